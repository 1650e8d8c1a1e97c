export function problemWith(root: string, id: string | undefined): string | undefined;
export function filesOf(id: string): {file: string; text: string}[];
