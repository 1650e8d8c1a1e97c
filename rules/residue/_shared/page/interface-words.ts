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
/** As {@link add}, for the words that are not known yet. */
function extend(family: LineFamily, weight: number, list: string, isHard = false): void {
  for (const word of list.split(' ')) {
    const hash = hashOf(word);
    if (!words.has(hash)) words.set(hash, {weight, isHard, family});
  }
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
add('newsletter', 1, 'receive get stay informed important free sign daily weekly');
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
  'date hours hour days weeks months today yesterday play listen watch now speed time added created creation live duration length',
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
add('page-furniture', 1, 'rights protected allowed permitted citing quoting copying active');
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

/** Words of articles that stand on pages too: they say little, and that no other subject is spoken of. */
extend(
  'page-furniture',
  1,
  'sort filter filters result results default region regions language screen file files attach quality volume sound voice captions retry something went wrong occurred spelling newsroom reader readers journalist reporter correspondent responsible responsibility reflect coincide position reserves reserve marked rude offensive insulting inappropriate violate violates violating violations remaining unlock redeem gift anytime exclusive benefits benefit independent journalism price prices annual monthly yearly plus thank thanks visiting subscribing registering successfully success completed confirm confirmation confirmed verify activated activate activation technologies purposes vendors usage traffic improve improves improving experience services service using uses continuing non-essential essential functional statistics statistical marketing tracking personalized personalised outdated unsupported supported disable enable enabled disabled turn turned allow allows block deny reject decline manage legitimate interests interest presented brand zoom album orientation bottom forward rotate weather forecast currency currencies exchange tel telephone fax e-paper permission written mandatory indexed prohibited forbidden reprint reprinting reprinted reproduction reproduced citation opening hours founder founders licence license agreement rules community guidelines standards customer customers care careers vacancies faq about publisher suggest suggestion suggestions propose special project projects reports report special advertise rate rates card kit tips tip submit hotline inform informed question questions answer answers ask expert experts viewing viewers watching continue continues loaded load unable failed reload problem problems technical issue appears seems expired expires session connection offline internet version mobile',
);
extend(
  'page-furniture',
  2,
  'newest oldest pagination paginated signed logged favorites favourites favorite favourite bookmark account accounts personal password username hotkey hotkeys shortcut shortcuts keyboard cursor tabs sitemap',
);
extend(
  'comment-prompt',
  2,
  'voting voted voter polls commentary threads thread upvote downvote reactions reaction emoji',
);
extend(
  'newsletter',
  1,
  'briefing roundup summary selection evening morning messages message delivered deliver',
);
extend('newsletter', 3, 'mailings newsletters push-notifications', true);
extend('cookie-notice', 2, 'paywalled trial membership analytics subscriber-only members-only preferences');
extend('cookie-notice', 3, 'javascript adblockers ad-blocker gdpr', true);
extend('ad-label', 2, 'promotional sponsored branded affiliate promo');
extend('ad-label', 3, 'taboola outbrain mgid adsense adchoices revcontent', true);
extend('repost-tail', 1, 'automatic adapted proofread edited editing newspaper');
extend('repost-tail', 2, 'machine-translated originally auto-translated');
extend('time-line', 1, 'since started episode broadcast online seconds remaining');
extend('caption-marker', 1, 'archive file illustration');
extend('caption-marker', 2, 'swipe album carousel fullscreen');
extend('page-furniture', 1, 'editor editors editorial authors author');
// What pages say of themselves in the words of every day; most lines of articles hold another word.
extend(
  'page-furniture',
  0,
  'way ways how-to also too already soon still both either neither while its within without any anything everything everyone all most least both because want like need needs get gets got make makes given gives give let lets right left here there now then later early immediately directly quickly easily simply always never often sometimes first second third last one two three four five us me my mine own such other others another',
);
extend(
  'page-furniture',
  1,
  'phone smartphone tablet computer browser option options restriction restrictions limit limits limited exhausted pay pays paid payment payments card purchase choice choices element elements fragment shown displayed display announcement announcements space place places sources primary errors contain contains complain complaint complaints moderate blocked installed installation restart store stores rss-feed feeds widgets advertiser advertisers banners announcer possible impossible full-screen normal large small medium big bold italic dark light theme themes day-night night mode modes preview previews description descriptions detail detailed brief short long extended shortened start begin began beginning end ending finish finished completed completely above beneath under over beside opened closes hidden hide minimize maximise maximize window windows frame frames row rows column-width table list lists item number numbers amount quantity level levels percent total subtotal sum order orders ordered delivery deliver shipping return returns refund invoice receipt buyer seller category categories rubric label labels mark marks marked name names nicknames nick status statuses state current previous original actual valid invalid wrong correct incorrect required optional field fields empty missing missed unknown undefined null none nothing yes sure want really cancel cancelled confirmed agreement agreements consent rule violation copyright-holder holder holders owner owners administrator administrators admin webmaster developer developers designer design designed programming hosting host server servers database domain network-edition edition editions issue issues number circulation newspaper newspapers magazine magazines journal journals portal portals agency agencies mass media outlet outlets publisher publishers publishing house correspondents photographer photographers operator operators editor-in-chief proofreader corrector layout typesetting',
);
extend('page-furniture', 2, 'adblocking popups homepage webpage web-page webpages');
extend(
  'page-furniture',
  0,
  'respect would whose until after temporarily currently briefly fully again twice several many much more-than january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday including include includes why such regular regularly only exclusively instead whole different additional further possible kind kinds type types longer great friendly',
);
extend(
  'page-furniture',
  1,
  'restore restored answer answers publish publishes tariff tariffs access accessed guests bug bugs administration collect collects collected collecting process processes processing processed store stores stored share-button like likes dislike reader user author editor interview archive archived block blocks changes changed reset refresh reason format column custom currently length serif color colour colors background dialog popover tooltip icon icons player player-controls seek progress exit captions track volume channel-list history stream header footers toolbar title titles subtitle subtitles logo template placeholder information info include requires require request requested requests review reviews reviewed approve approved ignore ignored highlight expand dismiss acknowledge received submitted submit-form insert embed embedded embeds permalink external internal alternative upgrade update-now refreshes waits queue offline copy-link iphone android ios huawei windows macos smart-tv tv laptop messenger robots robot human humans machine bot captcha-code digits symbols letter capital captcha-image attempts attempt attempts-left unblock whitelist allowlist blacklist',
);
extend('page-furniture', 2, 'font fonts autorisation authorization');
extend('cookie-notice', 2, "login's password's tariff-plan subscriber's subscribers'");
extend(
  'comment-prompt',
  1,
  "reader's readers' user's users' author's authors' editor's editors' visitor's visitors' opinions",
);
extend('read-more', 1, 'interview report reports series dossier archive');

extend(
  'comment-prompt',
  1,
  'discussions debate debates talk chat respond responded answered poll polls survey surveys questionnaire',
);
extend(
  'follow-share',
  1,
  'message messages text ping write forwarded recommend profile profiles messengers acquaintances subscribers-only',
);

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
