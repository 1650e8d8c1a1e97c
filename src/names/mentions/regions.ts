import {countries} from '../../generated/countries.js';

/** Continents, parts of countries and countries of several words that news tells of without saying what they are. */
const others =
  'europe|asia|africa|america|oceania|australasia|antarctica|arctic|scandinavia|balkans|caucasus|baltics|siberia|crimea|donbas|donbass|england|scotland|wales|britain|great britain|northern ireland|usa|us|uae|united states|united states of america|united kingdom|united arab emirates|saudi arabia|south korea|north korea|south africa|south sudan|south ossetia|czech republic|new zealand|new caledonia|sri lanka|costa rica|el salvador|ivory coast|burkina faso|dominican republic|puerto rico|hong kong|soviet union|russian federation|sierra leone|san marino|cape verde|solomon islands|marshall islands|faroe islands|north macedonia|papua new guinea|equatorial guinea|french guiana|french polynesia|middle east|far east|central asia|central europe|eastern europe|western europe|latin america|north america|south america|central america|southeast asia|west africa|east africa|north africa|west bank|gaza|palestine|kurdistan|chechnya|dagestan|tatarstan|transnistria|abkhazia|catalonia|bavaria|brittany|normandy|flanders|wallonia|saxony|silesia|bohemia|moravia|transylvania|galicia|tuscany|sicily|lombardy|andalusia|california|texas|florida|alaska|hawaii|ohio|michigan|illinois|pennsylvania|massachusetts|minnesota|wisconsin|oregon|colorado|nevada|arizona|utah|iowa|kansas|missouri|louisiana|mississippi|alabama|tennessee|kentucky|indiana|oklahoma|nebraska|montana|idaho|wyoming|maine|vermont|connecticut|delaware|maryland|new york|new jersey|new mexico|new hampshire|north carolina|south carolina|north dakota|south dakota|west virginia|rhode island|quebec|ontario|alberta|manitoba|british columbia|new south wales|tasmania|punjab|kashmir|gujarat|kerala|bengal|tibet|xinjiang|hokkaido|okinawa|kyushu|honshu|shikoku|los angeles|san francisco|new delhi|buenos aires|rio de janeiro|sao paulo|mexico city|cape town|tel aviv|abu dhabi|kuala lumpur|saint petersburg|st petersburg|washington|london|paris|mali|chad|turkey|china|japan|jordan|guinea|niger|oman|polynesia|mesopotamia|persia|yugoslavia|czechoslovakia|ussr';
const regions: ReadonlySet<string> = new Set(others.split('|'));
/** In letters, of the beginning of a country that its people has, too. */
const shortestStem = 4;
let byStem: Map<string, string[]> | undefined;

/** Countries and regions of one word, and the last word of others (`caledonia`), that begin so; made when first asked for. */
function beginningWith(stem: string): readonly string[] {
  if (byStem === undefined) {
    byStem = new Map();
    for (const name of [...countries, ...[...regions].map((words) => words.split(' ').at(-1)!)]) {
      const head = name.slice(0, shortestStem);
      const list = byStem.get(head);
      if (list === undefined) byStem.set(head, [name]);
      else list.push(name);
    }
  }
  return byStem.get(stem.slice(0, shortestStem))?.filter((name) => name.startsWith(stem)) ?? [];
}

/** Whether folded words are a country or a region of the world that everybody knows. */
export const isRegion = (name: string): boolean => countries.has(name) || regions.has(name);

/** What makes the people or the adjective of a place. */
const ofPeople = /(?:ians?|eans?|ans?|ish|ese|ers?)$/;

/** Whether a folded word is the people or the adjective of a country: `Argentinian`, `Icelanders`. */
export function isPeopleOfRegion(word: string): boolean {
  const found = ofPeople.exec(word);
  if (found === null || isRegion(word)) return false;
  // The longest ending first; of the stem four letters at least are the country’s.
  for (let at = found.index; at < word.length && at < found.index + 3; at++) {
    if (at < shortestStem || !ofPeople.test(word.slice(at))) continue;
    const stem = word.slice(0, at);
    if (beginningWith(stem).some((name) => name.length - stem.length <= 2)) return true;
  }
  return false;
}

/** Bodies, firms and services that news tells of without saying what they are. */
const bodies: ReadonlySet<string> = new Set(
  'kremlin|pentagon|bundestag|bundeswehr|knesset|verkhovna rada|state duma|duma|seimas|saeima|riigikogu|sejm|taliban|hamas|hezbollah|islamic state|isis|al-qaeda|boko haram|european union|european commission|european parliament|european council|united nations|white house|reuters|associated press|agence france-presse|bloomberg|interfax|ukrinform|unian|xinhua|kyodo|interpol|europol|frontex|unesco|unicef|nato|facebook|twitter|google|youtube|instagram|tiktok|telegram|whatsapp|netflix|amazon|apple|microsoft|wikipedia|yahoo|spotify|openai|samsung|sony|nintendo|intel|nvidia|huawei|xiaomi|toyota|nissan|honda|mazda|chrysler|ford|fiat|renault|peugeot|volkswagen|mercedes|mercedes-benz|audi|porsche|bmw|volvo|tesla|general motors|boeing|airbus|ryanair|lufthansa|siemens|bosch|gazprom|rosneft|lukoil|rosatom|naftogaz|ukrenergo|roskosmos|nasa|spacex|morgan stanley|goldman sachs|deutsche bank|credit suisse|coca-cola|pepsi|nestle|ikea|adidas|nike|pfizer|moderna|biontech|astrazeneca|greenpeace|red cross|new york times|washington post|guardian|financial times|wall street journal|daily mail|daily beast|le monde|le figaro|der spiegel|die welt|die zeit|el pais|la repubblica|uefa|fifa|bbc|cnn|real madrid|juventus|manchester united|manchester city|arsenal|chelsea|bayern munich|dynamo kyiv|shakhtar donetsk'.split(
    '|',
  ),
);
/** Whether folded words are a body that everybody knows. */
export const isKnownBody = (name: string): boolean => bodies.has(name);
