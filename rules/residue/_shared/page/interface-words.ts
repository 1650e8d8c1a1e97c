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

/** The words by the family that a line of them goes to, and by weight. */
const lists: readonly {family: LineFamily; weight: number; isHard?: true; words: string}[] = [
  {
    family: 'page-furniture',
    weight: 0,
    words:
      "the a an to in on at of for by with from via and or your our my this that these it its is are was were been be has have had you i me we they as not no yes please if only also too first one any just so up out can could will may might about than then when where how what who do does did don't here there into through until within without per each every them him her day week month year euro euros pound pounds dollar dollars again try go make let us e saved sent set spotted found noticed notice seen copied some most same best good great very well even still already least own off over under between while during because since before once way ways how-to soon both either neither anything everything everyone want like need needs gets got makes given gives give lets right left later early immediately directly quickly easily simply always never often sometimes second third two three four five mine such others another respect would whose temporarily currently briefly fully twice several many much more-than january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday including include includes why regular regularly exclusively instead different additional kind kinds type types longer friendly",
  },
  {
    family: 'page-furniture',
    weight: 1,
    words:
      'top back close open expand collapse full version number total main all other more new use terms conditions rules window select choose save update enter press help support team office map plan rest archive rights protected allowed permitted citing quoting copying active item items product products device mobile desktop screen button list look learn details further whole entire complete completely current following last wait failed unavailable name nickname required optional form field fields user users member members guest visitor anonymous visible necessary essential message online editor become patron offer trial store code letter size contrast font archives calendar rubric rubrics heading headings feed tape abuse inappropriate yet sort filter filters result results default file files attach quality volume sound voice captions retry something went wrong occurred spelling newsroom reader readers journalist reporter correspondent responsible responsibility reflect coincide position reserves reserve marked rude offensive insulting violate violates violating violations remaining unlock redeem gift anytime exclusive benefits benefit independent journalism price prices annual monthly yearly plus thank thanks visiting subscribing registering successfully success completed confirm confirmation confirmed verify activated activate activation technologies purposes vendors usage traffic improve improves improving experience services service using uses continuing non-essential functional statistics statistical marketing tracking personalized personalised outdated unsupported supported disable enable enabled disabled turn turned allow allows block deny reject decline manage legitimate interests interest presented brand zoom album orientation bottom forward rotate weather forecast currency currencies exchange tel telephone fax e-paper permission written mandatory indexed prohibited forbidden reprint reprinting reprinted reproduction reproduced citation opening founder founders licence license agreement guidelines standards customer customers care careers vacancies faq publisher suggest suggestion suggestions propose special project projects reports report advertise rates card kit tips tip hotline inform question questions answer answers ask expert experts viewing viewers watching loaded load unable reload problem problems technical issue appears seems expired expires session connection offline authors phone smartphone tablet computer option options restriction restrictions limits limited exhausted pay pays payment payments purchase choice choices element elements fragment shown displayed display announcement announcements space place places sources primary errors contain contains complain complaint complaints moderate blocked installed installation restart stores rss-feed feeds widgets advertiser advertisers banners announcer possible impossible full-screen normal large small medium big bold italic dark light theme themes day-night night modes preview previews description descriptions detail detailed brief short long extended shortened start begin began beginning end ending finish finished above beneath beside opened closes hidden minimize maximise maximize windows frame frames row rows column-width table lists numbers amount quantity level levels percent subtotal sum order orders ordered delivery shipping return returns refund invoice receipt buyer seller label labels mark marks names nicknames nick status statuses state actual valid invalid correct incorrect empty missing missed unknown undefined null none nothing sure really cancelled agreements rule violation copyright-holder holder holders owner owners administrators admin webmaster developer developers designer design designed programming hosting host server servers database domain network-edition edition editions issues circulation newspapers magazine magazines journal journals portals agency agencies mass outlet outlets publishers publishing house correspondents photographers operator operators editor-in-chief proofreader corrector layout typesetting restore restored publish publishes tariff tariffs accessed guests bug bugs administration collect collects collected collecting process processes processing processed stored share-button dislike interview archived blocks changes changed reset refresh reason format column custom serif color colour colors background dialog popover tooltip icon icons player player-controls seek progress exit track channel-list history stream footers toolbar title titles subtitle logo template placeholder information info requires require request requested requests review reviews reviewed approve approved ignore ignored highlight dismiss acknowledge received submitted submit-form insert embed embedded embeds permalink external internal alternative upgrade update-now refreshes waits queue copy-link iphone android ios huawei macos smart-tv laptop robots robot human humans bot captcha-code digits symbols captcha-image attempts attempt attempts-left unblock whitelist allowlist blacklist',
  },
  {
    family: 'page-furniture',
    weight: 2,
    words:
      'page pages site website portal search menu header views viewed visits visitors hits readings contacts contact accessibility feedback tab error mistake section sections category categories basket delete edit rss blog quiz content tag tags keyword keywords profile avatar forum chat poll premium donate scan qr redirect spam push mode breadcrumb newest oldest pagination paginated signed logged favorites favourites favorite favourite accounts username hotkey hotkeys shortcut shortcuts keyboard cursor tabs adblocking popups webpage web-page webpages fonts autorisation authorization',
  },
  {
    family: 'page-furniture',
    weight: 3,
    isHard: true,
    words:
      'click tap scroll swipe ctrl sitemap homepage navigation sidebar footer breadcrumbs typo cart checkout wishlist submit toggle popup dropdown widget',
  },
  {
    family: 'comment-prompt',
    weight: 1,
    words:
      "opinion opinions thoughts vote votes leave write author discussion reader's readers' user's users' author's authors' editor's editors' visitor's visitors' discussions debate debates talk responded answered survey surveys questionnaire",
  },
  {
    family: 'comment-prompt',
    weight: 2,
    words:
      'reply replies respond rate rating ratings evaluate stars cancel moderation moderated discuss verification approval moderator administrator voting voted voter commentary threads thread upvote downvote reactions reaction emoji',
  },
  {
    family: 'comment-prompt',
    weight: 3,
    isHard: true,
    words: 'comment comments commenting commenters disqus akismet',
  },
  {
    family: 'follow-share',
    weight: 1,
    words:
      'friend friends social network networks group send join colleague colleagues acquaintance acquaintances community ping forwarded profiles messengers subscribers-only',
  },
  {
    family: 'follow-share',
    weight: 2,
    words:
      'share shares shared print copy follow follows followers channel channels facebook twitter telegram viber whatsapp instagram youtube linkedin tiktok bookmark bookmarks e-mail email mail likes link links google hashtags messenger vkontakte odnoklassniki reddit pinterest',
  },
  {
    family: 'follow-share',
    weight: 3,
    isHard: true,
    words: 'repost reposts tweet tweets retweet clipboard url hashtag',
  },
  {family: 'read-more', weight: 1, words: 'story stories interesting popular continue fresh series dossier'},
  {
    family: 'read-more',
    weight: 2,
    words:
      'reads article articles news post posts entry entries publication publications material materials topic topics read reading similar related latest previous next older newer picks headlines editors trending',
  },
  {family: 'read-more', weight: 3, isHard: true, words: 'recommend recommends recommended prev'},
  {family: 'ad-label', weight: 1, words: 'partner partners after below resume resumes continues continued'},
  {
    family: 'ad-label',
    weight: 2,
    words: 'paid sponsor sponsors promoted promotion banner commercial promotional branded affiliate promo',
  },
  {
    family: 'ad-label',
    weight: 3,
    isHard: true,
    words:
      'ad ads advert adverts advertisement advertisements advertising sponsored advertorial taboola outbrain mgid adsense adchoices revcontent',
  },
  {
    family: 'newsletter',
    weight: 1,
    words:
      'important receive get stay informed free sign daily weekly briefing roundup summary selection evening morning messages delivered deliver',
  },
  {
    family: 'newsletter',
    weight: 2,
    words: 'breaking application download install updates digest inbox notified mailbox mailing',
  },
  {
    family: 'newsletter',
    weight: 3,
    isHard: true,
    words:
      'newsletter newsletters subscription subscriptions subscribe subscribed subscribers unsubscribe notification notifications alerts app apps mailings push-notifications',
  },
  {
    family: 'cookie-notice',
    weight: 1,
    words: 'policy available access accept agree consent settings create reached limit',
  },
  {
    family: 'cookie-notice',
    weight: 2,
    words:
      "register registered registration account privacy personal data log preferences paywalled membership analytics subscriber-only members-only login's password's tariff-plan subscriber's subscribers'",
  },
  {
    family: 'cookie-notice',
    weight: 3,
    isHard: true,
    words:
      'captcha unlimited cookie cookies login logout password browser javascript adblock adblocker paywall adblockers ad-blocker gdpr',
  },
  {
    family: 'time-line',
    weight: 1,
    words:
      'days date hours hour weeks months today yesterday play listen watch now speed time added created creation live duration length started episode broadcast',
  },
  {
    family: 'time-line',
    weight: 2,
    words: 'video updated minutes minute min mins seconds audio published posted modified',
  },
  {
    family: 'time-line',
    weight: 3,
    isHard: true,
    words: 'ago playback loading fullscreen autoplay mute unmute subtitles',
  },
  {
    family: 'repost-tail',
    weight: 1,
    words: 'taken automatically text machine automatic adapted proofread edited editing newspaper',
  },
  {
    family: 'repost-tail',
    weight: 2,
    words:
      'original source language languages english russian german french spanish italian polish turkish arabic lithuanian latvian estonian ukrainian greek chinese japanese machine-translated originally auto-translated',
  },
  {
    family: 'repost-tail',
    weight: 3,
    isHard: true,
    words: 'translation translations translate translated translator reposted republished deepl',
  },
  {family: 'caption-marker', weight: 1, words: 'show hide view see illustration'},
  {
    family: 'caption-marker',
    weight: 2,
    words: 'photo photos image images picture pictures enlarge caption slideshow photographer carousel',
  },
  {
    family: 'caption-marker',
    weight: 3,
    isHard: true,
    words: 'gallery galleries thumbnail illustrative screenshot',
  },
  {family: 'boilerplate', weight: 3, isHard: true, words: 'copyright hyperlink'},
];

const words = new Map<number, InterfaceWord>();
for (const {family, weight, isHard = false, words: list} of lists)
  for (const word of list.split(' ')) words.set(hashOf(word), {weight, isHard, family});
for (const section of sectionWords) {
  const hash = hashOf(section);
  if (!words.has(hash)) words.set(hash, {weight: 1, isHard: false, family: 'read-more'});
}

/** Words that give an order to whoever sees the page, when they open the line. */
const orders = new Set(
  'read view see show hide open close add send share print save follow join subscribe install download listen watch play leave write rate evaluate reply go return click press tap choose select get receive stay create sign log register report enter continue load search translate skip copy post submit tweet scroll swipe update change set turn expand collapse discuss enlarge support try unlock activate enable disable allow reject accept manage pin sort filter contact customize customise cancel confirm remember report submit request order learn check become give invite donate help rate keep let retry reload switch adjust increase decrease mute unmute pause propose suggest ask advertise login log unsubscribe bookmark e-mail email message text ping pay buy tell complain explore browse discover view restore publish answer respond like swap minimize maximize reload restart'
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
/** Words that may stand before the order of a line: `To continue, log in`. */
const leaders = new Set(['to', 'please', 'just', 'now', 'and', 'or', 'simply'].map(hashOf));

export const isLeader = (hash: number): boolean => leaders.has(hash);
export const isListing = (hash: number): boolean => listing.has(hash);
export const isThing = (hash: number): boolean => things.has(hash);
