interface Place {
  start: number;
  end: number;
}
interface Told extends Place {
  rule: string;
  related?: readonly Place[];
}
export interface Row {
  planted: number;
  told: number;
  asSuch: number;
  findings: number;
  right: number;
  noise: number;
}
export function judge(
  articles: readonly {labels: readonly (Place & {kind: string})[]; damaged: readonly Told[]; clean: readonly Told[]; words: number}[],
): {rows: Map<string, Row>; words: number};
export function tableOf(judged: {rows: Map<string, Row>; words: number}): string;
