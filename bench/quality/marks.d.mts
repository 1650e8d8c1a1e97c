/** A planted defect; UTF-16 offsets into the damaged text. */
export interface Label {
  start: number;
  end: number;
  kind: string;
  clean: string;
}
export interface Article {
  id: string;
  origin: string;
  genre: string;
  text: string;
  clean: string;
  labels: Label[];
}
export const families: readonly string[];
export function readArticles(source: string, file: string): Article[];
