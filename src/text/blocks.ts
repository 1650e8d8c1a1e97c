import type {TextIndex} from './tokens.js';

// Where a block stands among the tokens and the sentences. Blocks are indexes into `Article.blocks`; ends are exclusive.

/** The block that holds a token. */
export const blockOf = ({tokens}: TextIndex, token: number): number => tokens.blocks[token] as number;

/** The first token of a block; its {@link endOfBlock} where it has none. */
export const firstOfBlock = ({blockFirst}: TextIndex, block: number): number => blockFirst[block] as number;

/** The token behind the last one of a block. */
export const endOfBlock = ({blockFirst}: TextIndex, block: number): number => blockFirst[block + 1] as number;

/** The first sentence of a block; its {@link endSentenceOf} where it has none. */
export const firstSentenceOf = ({blockFirstSentence}: TextIndex, block: number): number =>
  blockFirstSentence[block] as number;

/** The sentence behind the last one of a block. */
export const endSentenceOf = ({blockFirstSentence}: TextIndex, block: number): number =>
  blockFirstSentence[block + 1] as number;
