export const units: readonly string[];
export function hostile(
  seed: number,
  index: number,
  samples: readonly {readonly format: string; readonly text: string}[],
): {readonly kind: string; readonly format: 'text' | 'markdown' | 'html'; readonly text: string};
