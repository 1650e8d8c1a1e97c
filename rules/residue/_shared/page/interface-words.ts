import {hashOf} from '../../../../src/text/hash.js';
import {sectionWords} from './section-words.js';

/** Rules that know a kind of line; a line that is made of the words of an interface goes to one of them. */
export type LineFamily =
  | 'comment-prompt'
  | 'follow-share'
  | 'read-more'
  | 'ad-label'
  | 'newsletter'
  | 'cookie-notice'
  | 'time-line'
  | 'repost-tail'
  | 'caption-marker'
  | 'boilerplate'
  | 'page-furniture';

/** What a word says of a line of the page that holds it. */
export interface InterfaceWord {
  /** 0: says nothing; 1: stands on buttons and in articles; 2: more often on buttons; 3: hardly but on pages. */
  readonly weight: number;
  /** No article’s own line is made of this word and others of its kind. */
  readonly isHard: boolean;
  readonly family: LineFamily;
}

const words = new Map<number, InterfaceWord>();
function add(family: LineFamily, weight: number, list: string, isHard = false): void {
  for (const word of list.split(' ')) words.set(hashOf(word), {weight, isHard, family});
}

add(
  'page-furniture',
  0,
  "the a an to in on at of for by with from via and or your our my this that these it its is are was were been be has have had you i me we they as not no yes please if only also too first one any just so up out can could will may might about than then when where how what who do does did don't here there into through until within without per each every them him her day days week month year euro euros pound pounds dollar dollars again try go make let us e saved sent set spotted found noticed notice seen taken copied per some most same best good great very well even still already least own off over under between while during because since before once",
);
add(
  'page-furniture',
  1,
  'top back close open expand collapse full version number total main all other more new use terms conditions rules number window select choose save update enter press help support team office map plan rest',
);
add(
  'page-furniture',
  2,
  'page pages site website portal search menu header views viewed visits visitors hits reads readings contacts contact accessibility feedback tab error mistake section sections category categories menu basket delete edit',
);
add(
  'page-furniture',
  3,
  'click tap scroll swipe ctrl sitemap homepage navigation sidebar footer breadcrumbs typo cart checkout wishlist submit rss toggle popup dropdown widget',
  true,
);
add('comment-prompt', 1, 'opinion opinions thoughts vote votes leave write author discussion');
add(
  'comment-prompt',
  2,
  'reply replies respond rate rating ratings evaluate stars cancel moderation moderated discuss',
);
add('comment-prompt', 3, 'comment comments commenting commenters captcha disqus akismet', true);
add('follow-share', 1, 'friend friends social network networks group send join');
add(
  'follow-share',
  2,
  'share shares shared print copy follow follows followers channel channels facebook twitter telegram viber whatsapp instagram youtube linkedin tiktok bookmark bookmarks e-mail email mail likes link links',
);
add('follow-share', 3, 'repost reposts tweet tweets retweet clipboard url hashtag', true);
add('read-more', 1, 'story stories interesting popular continue important fresh');
add(
  'read-more',
  2,
  'article articles news post posts entry entries publication publications material materials topic topics read reading reads similar related latest previous next older newer picks headlines editors trending',
);
add('read-more', 3, 'recommend recommends recommended prev', true);
for (const section of sectionWords) if (!words.has(hashOf(section))) add('read-more', 1, section);
add('ad-label', 1, 'partner partners after below resume resumes continues continued');
add('ad-label', 2, 'paid sponsor sponsors promoted promotion banner commercial');
add(
  'ad-label',
  3,
  'ad ads advert adverts advertisement advertisements advertising sponsored advertorial',
  true,
);
add('newsletter', 1, 'receive get stay date informed important free sign daily weekly');
add('newsletter', 2, 'application download install updates digest breaking inbox updated notified');
add(
  'newsletter',
  3,
  'newsletter newsletters subscription subscriptions subscribe subscribed subscribers unsubscribe notification notifications alerts app apps',
  true,
);
add('cookie-notice', 1, 'available access accept agree consent settings create policy reached limit');
add('cookie-notice', 2, 'register registered registration account privacy personal data log preferences');
add(
  'cookie-notice',
  3,
  'unlimited cookie cookies login logout password browser javascript adblock adblocker paywall captcha',
  true,
);
add(
  'time-line',
  1,
  'hours hour days weeks months today yesterday play listen watch now speed time added created creation live duration length',
);
add('time-line', 2, 'minutes minute min mins seconds video audio updated published posted modified');
add('time-line', 3, 'ago playback loading fullscreen autoplay mute unmute subtitles', true);
add('repost-tail', 1, 'taken automatically text machine');
add(
  'repost-tail',
  2,
  'original source language languages english russian german french spanish italian polish turkish arabic lithuanian latvian estonian ukrainian greek chinese japanese google',
);
add(
  'repost-tail',
  3,
  'translation translations translate translated translator reposted republished deepl',
  true,
);
add('caption-marker', 1, 'show hide view see');
add('caption-marker', 2, 'photo photos image images picture pictures enlarge caption slideshow photographer');
add('caption-marker', 3, 'gallery galleries thumbnail illustrative screenshot', true);
add('boilerplate', 1, 'rights protected allowed permitted citing quoting copying active');
add('boilerplate', 3, 'copyright hyperlink', true);

add(
  'page-furniture',
  1,
  'item items product products device mobile desktop version screen button list look learn details further whole entire complete completely current following last wait failed unavailable name nickname required optional form field fields user users member members guest visitor anonymous visible necessary essential message online editor become patron offer trial store code letter size contrast font archive archives calendar rubric rubrics heading headings feed tape abuse inappropriate yet',
);
add(
  'page-furniture',
  2,
  'content tag tags keyword keywords profile avatar forum chat blog poll quiz premium donate scan qr redirect spam push mode breadcrumb rss',
);
add('comment-prompt', 2, 'verification approval moderator administrator');
add('follow-share', 1, 'colleague colleagues acquaintance acquaintances community');
add('follow-share', 2, 'google hashtags messenger vkontakte odnoklassniki reddit pinterest');
add('newsletter', 2, 'mailbox mailing');

/** Words that give an order to whoever sees the page, when they open the line. */
const orders = new Set(
  'read view see show hide open close add send share print save follow join subscribe install download listen watch play leave write rate evaluate reply go return click press tap choose select get receive stay create sign log register report enter continue load search translate skip copy post submit tweet scroll swipe update change set turn expand collapse discuss enlarge'
    .split(' ')
    .map(hashOf),
);
for (const hash of orders)
  if (!words.has(hash)) words.set(hash, {weight: 1, isHard: false, family: 'page-furniture'});
/** Words that, before the name of a thing on a page, label a list of such things. */
const listing = new Set(
  'similar related latest previous next older newer trending popular recommended other more interesting fresh all prev audio print printable mobile desktop full text pdf'
    .split(' ')
    .map(hashOf),
);
const things = new Set(
  'article articles news post posts entry entries publication publications material materials topic topics story stories page pages photo photos video videos gallery image images version'
    .split(' ')
    .map(hashOf),
);

/** What the word with this hash says of a line of a page, if it may stand in one. */
export const interfaceWord = (hash: number): InterfaceWord | undefined => words.get(hash);
export const isOrder = (hash: number): boolean => orders.has(hash);
export const isListing = (hash: number): boolean => listing.has(hash);
export const isThing = (hash: number): boolean => things.has(hash);
