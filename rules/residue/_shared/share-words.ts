import {endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {wordSet} from '../../../src/text/hash.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';

const actions = wordSet('share tweet email print copy send save pin whatsapp messenger');
const networks = wordSet(
  'facebook twitter x whatsapp telegram linkedin pinterest reddit messenger viber vk vkontakte odnoklassniki tumblr flipboard pocket skype instagram tiktok youtube bluesky threads mastodon weibo wechat line',
);
const others = wordSet(
  'e mail link url on via by to this the article story post page with friends comment comments more close opens in new window',
);

/** How a block is made of the words on share buttons. */
export const ShareRow = {
  No: 0,
  /** One button: `Share`, `Facebook`. */
  One: 1,
  /** Two buttons or more in a row. */
  Row: 2,
} as const;

/** Whether block `b` holds nothing but the words of share buttons, and of how many. */
export function shareRow(text: TextIndex, b: number): number {
  const {hashes, flags} = text.tokens;
  let buttons = 0;
  for (let i = firstOfBlock(text, b); i < endOfBlock(text, b); i++) {
    if (flags[i]! & TokenFlag.Mark) continue;
    const hash = hashes[i]!;
    if (actions.has(hash) || networks.has(hash)) buttons++;
    else if (!others.has(hash)) return ShareRow.No;
  }
  return buttons > 1 ? ShareRow.Row : buttons;
}
