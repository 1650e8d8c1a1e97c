import type {ShortBlock} from '../short-blocks.js';
import {endsWithStop} from '../stops.js';
import {sectionWords} from './section-words.js';

/** What a line of a page is by its form alone, whatever its words. */
export type LineShape = 'stamp' | 'player' | 'breadcrumb' | 'file' | 'address' | 'copyright';

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '\\d{1,2}(?:st|nd|rd|th)?\\.?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const date = `(?:${weekday}(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|${day} ${month},? \\d{4}|${month} ${day},? \\d{4}))`;
const clock =
  '\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: ?\\(?(?:[a-z]{3,4}|gmt ?[+-]\\d+|hrs|hours|o.clock)\\)?)?';
const gap = '[\\s,|/·•()–—-]*(?:at |in |on )?';
/** A date with the time of day, and at most a section, a source or a name behind it. */
const dateAndClock = new RegExp(
  `^(?:${date}${gap}${clock}|${clock}${gap}${date})(?:$|[\\s,|/·•»–—-]+(.{1,60})$)`,
  'i',
);
/** What may follow: names and sections in capitals, things in brackets. */
const namesOrBrackets = /^(?:[[(][^\])]{1,30}[\])]\s*|\p{Lu}[\p{L}.’'-]*(?![\p{L}.’'-])[\s,|/·]*){1,5}$/u;

/** When the page was published or changed: the word, and a date or an hour close behind. */
const changed =
  /^(?:(?:last |first |originally |date |time )?(?:updated?|published|posted|modified|edited|last modified|created|added|placed|publication|uploaded)(?: on| at| date| time| in the section)?|(?:date|time) of (?:publication|update|posting|creation|writing)|(?:publication|update|release|posting) (?:date|time)|(?:status|stand|state|as of)(?= ?: ?[^/]{0,30}$| ?: ?\d)|(?:data|date|time)(?= ?: ?\d[^a-z]*$| ?: ?.{0,20}\b(?:19|20)\d\d\b)|aktualisiert(?: am)?|veröffentlicht(?: am)?|publié le|mis à jour le|modifié le|actualizado|publicado(?: el| em)?|atualizado(?: em)?|aggiornato|pubblicato(?: il)?|aktualizacja|opublikowano|aktualizováno|zveřejněno|atnaujinta|paskelbta|publikuota|publicēts|atjaunots|avaldatud|uuendatud|julkaistu|päivitetty|обновлено|опубликовано|дата публикации|оновлено|опубліковано|публикувано|обновена|güncelleme(?: tarihi)?|yayınlanma(?: tarihi)?|giriş tarihi)(?: ?[:：|].{0,50}?\d|\s+(?!in |by )(?:\S+\s+){0,3}\d)/iu;

const player =
  /^-?\d{1,2}:\d{2}(?::\d{2})? ?(?:\/|of|\||-) ?-?\d{1,2}:\d{2}(?::\d{2})?$|^\d+ seconds? of \d+ (?:hours?|minutes?|seconds?)\b.{0,60}$/i;

const pathMark = / ?[›»→>] ?| [/|\\:•·-] /;
const start =
  /^(?:home|home ?page|main|main page|front page|start|start page|index|you are here|news|all news)$/i;
/** What menus and footers lead to, beside sections. */
const menu =
  /^(?:about(?: us)?|contacts?(?: us)?|advertis(?:ing|e)(?: with us)?|privacy(?: policy)?|terms(?: of (?:use|service)| and conditions)?|imprint|cookies?(?: policy)?|rss|log ?in|sign (?:in|up)|register|search|archives?|subscribe|subscriptions?|careers|vacancies|site ?map|help|faq|newsletters?|shop|e-?paper|editorial(?: office| board)?|feedback|legal notice|disclaimer|accessibility|english|deutsch|русский|по-русски|eng|rus|en|ru|lt|lv|ee|ua)$/i;
const file =
  /^(?=.{1,90}$)(?:[^\s/\\]+|[\p{L}\d_(][\p{L}\d\s_.,()&+'-]*[\d_-][\p{L}\d\s_.,()&+'-]*|[\p{L}\d]+(?: [\p{L}\d]+){0,3})\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|tiff?|heic|mp4|mov|mp3)$/iu;
/** Names that cameras, phones and desktops give. */
const camera =
  /^(?:(?:IMG|DSC[FN]?|DSCN|PXL|VID|MVI|P)[_-]?\d{3}[\w-]*|(?:Screenshot|Screen Shot|WhatsApp Image|Captura de pantalla|Bildschirmfoto)[ _-]\d{4}-\d{2}-\d{2}.{0,40}|(?:image|photo|img|picture|foto)[_-]\d[\w-]*)$/i;
const address =
  /^(?:(?:https?:\/\/|www\.)\S{3,300}(?:\s+(?:https?:\/\/|www\.)\S{3,300})?|[a-z\d](?:[a-z\d-]{0,40}\.){1,3}(?:com|net|org|info|news|biz|ru|su|ua|by|de|at|ch|lt|lv|ee|fi|se|no|dk|is|pl|cz|sk|hu|ro|bg|gr|fr|es|it|pt|nl|be|tr|az|am|ge|kz|kg|uz|rs|hr|si|mk|al|ir|il|in|pk|cn|jp|kr|vn|th|id|mx|ar|br|cl|co|uk|eu|tv)(?:\.[a-z]{2})?(?:\/\S{0,300})?)$/i;

/** A line of copyright with its year. A line without one may be the credit of a picture. */
const copyright =
  /^(?:©|\(c\)|copyright\b)[^.!?]{0,60}\b(?:19|20)\d\d\b.{0,200}$|^.{2,60}(?:©|\(c\)) ?(?:19|20)\d\d\b.{0,80}$/i;

const mostWordsOfStamp = 16;
const mostWordsOfPath = 16;

const joining = new Set('and & of the in from on for with'.split(' '));

/** Whether a text is made of names of sections alone: `Society`, `Culture and art`, `News / World`. */
export function isSectionName(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}&]+/gu);
  if (!words || words.length > 5 || /\d/.test(text)) return false;
  let known = 0;
  for (const word of words) {
    if (sectionWords.has(word)) known++;
    else if (!joining.has(word)) return false;
  }
  return known > 0;
}

/** `Home › News › Politics`: two steps or more, and the first is the front page or all are sections. */
function isBreadcrumb(text: string): boolean {
  if (endsWithStop(text) || !pathMark.test(text)) return false;
  const steps = text.split(pathMark).filter((step) => step.trim() !== '');
  if (steps.length < 2 || steps.some((step) => step.length > 60)) return false;
  if (start.test(steps[0] as string) && !/^(?:news|main)$/i.test(steps[0] as string)) return true;
  const sections = steps.filter((step) => isSectionName(step) || start.test(step) || menu.test(step)).length;
  if (/[›»→>]/.test(text)) return sections >= 1 && sections >= steps.length - 1;
  if (steps.length > 2 && sections * 2 > steps.length) return steps.every((step) => step.length <= 30);
  return sections === steps.length && (steps.length > 2 || /[/|]/.test(text));
}

/** The form that a short block has, if it is one of those that no article has. */
export function lineShape({text, words}: ShortBlock): LineShape | undefined {
  const first = text.charCodeAt(0);
  if (words <= mostWordsOfStamp) {
    if (player.test(text)) return 'player';
    if (words > 1 && changed.test(text) && isStampEnd(text)) return 'stamp';
    const stamp = words > 2 ? dateAndClock.exec(text) : null;
    if (stamp && (stamp[1] === undefined || namesOrBrackets.test(stamp[1]))) return 'stamp';
  }
  if (text.length <= 90 && (file.test(text) || camera.test(text))) return 'file';
  if (words <= 60 && first < 0x80 && address.test(text)) return 'address';
  if (words <= mostWordsOfPath && isBreadcrumb(text)) return 'breadcrumb';
  return (first === 0xa9 || /©|\(c\)|^copyright/i.test(text)) && copyright.test(text)
    ? 'copyright'
    : undefined;
}

/** A sentence is no stamp; `a.m.` and `min.` at the end are no full stop. */
function isStampEnd(text: string): boolean {
  return !endsWithStop(text) || /(?:[ap]\.m\.|min\.)$/i.test(text);
}
