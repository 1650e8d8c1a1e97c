import type {Article} from './marks.mjs';

export function allArticles(): Article[];
export function linesOf(articles: readonly Article[]): string;
