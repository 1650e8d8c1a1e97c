// Names of currencies, from cldr-numbers-full.
import {clean, read} from './cldr.mjs';

const currencyHeads =
  /^(dollar|pound|euro|yen|yuan|ruble|rupee|franc|krona|krone|koruna|crown|zloty|lira|real|peso|won|shekel|hryvnia|dinar|riyal|dirham|rial|baht|forint|leu|lev|tenge|lari|dram|naira|rand|ringgit|rupiah|dong|shilling|toman)$/;
const currencyClass = {
  krona: 'crown',
  krone: 'crown',
  koruna: 'crown',
  króna: 'crown',
  ruble: 'ruble',
  riyal: 'rial',
  rial: 'rial',
  'new shekel': 'shekel',
  renminbi: 'yuan',
};
const currencyCodes =
  'USD CAD AUD HKD NZD SGD TWD EUR GBP EGP JPY CNY RUB BYN INR PKR CHF SEK NOK DKK ISK CZK PLN TRY BRL MXN ARS CLP KRW ILS UAH RSD IQD SAR QAR AED IRR THB HUF RON BGN KZT GEL AMD NGN ZAR MYR IDR VND KES'.split(
    ' ',
  );

export function moneys(language, add) {
  const english = read('cldr-numbers-full', 'en', 'currencies').numbers.currencies;
  const own = read('cldr-numbers-full', language, 'currencies')?.numbers.currencies;
  if (!own) return;
  const classes = new Map();
  for (const code of Object.keys(own)) {
    const name = (english[code]?.['displayName-count-one'] ?? english[code]?.displayName ?? '')
      .replace(/\(.*\)/, '')
      .trim()
      .toLowerCase();
    const head = name.split(' ').pop();
    if (!currencyHeads.test(currencyClass[head] ?? head)) continue;
    const sort = currencyClass[head] ?? head;
    if (!classes.has(sort)) classes.set(sort, []);
    const forms = Object.entries(own[code])
      .filter(([key]) => key.startsWith('displayName'))
      .map(([, form]) => clean(form.replace(/\(.*?\)/g, '')));
    classes.get(sort).push({code, forms});
    if (currencyCodes.includes(code)) {
      const symbol = own[code]['symbol-alt-narrow'];
      if (symbol && /^(?:kč|zł|kr|лв|грн|дин|ден|lei|руб)\.?$/iu.test(symbol))
        add('c', sort, symbol.replace(/\.$/, ''));
    }
  }
  // The word that names of one class share is its head; where a class has few names, the word in the usual place.
  const joined = ['zh', 'ja', 'th', 'ko'].includes(language);
  let first = 0;
  let last = 0;
  const heads = new Map();
  for (const [sort, list] of classes) {
    const counts = new Map();
    for (const {forms} of list)
      for (const word of new Set(forms.flatMap((form) => (joined ? endings(form) : form.split(/[\s-]+/)))))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    const shared = [...counts]
      .filter(([word, n]) => list.length >= 4 && n >= 0.3 * list.length && word.length > 1)
      .map(([word]) => word);
    const words = joined ? shared.sort((a, b) => b.length - a.length).slice(0, 1) : shared;
    if (words.length > 0) heads.set(sort, words);
    for (const {forms} of list) {
      const parts = (forms[0] ?? '').split(' ');
      if (words.includes(parts[0])) first++;
      if (words.includes(parts[parts.length - 1])) last++;
    }
  }
  for (const [sort, words] of heads) for (const word of words) add('c', sort, word);
  for (const [sort, list] of classes) {
    if (heads.has(sort) || joined) continue;
    for (const {code, forms} of list) {
      if (!currencyCodes.includes(code)) continue;
      for (const form of forms) {
        const parts = form.split(' ');
        const head = first > last ? parts[0] : parts[parts.length - 1];
        if (head.length > 2) add('c', sort, head);
      }
    }
  }
}

const endings = (form) => [1, 2, 3, 4].filter((n) => n <= form.length).map((n) => form.slice(-n));
