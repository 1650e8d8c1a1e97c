// dictionaries/names/places.yml: places that are not written in Latin letters at home (or lately got one English form),
// with the forms that other languages write them in and a translation may leave. From the exemplar cities of Unicode
// CLDR (npm cldr-dates-full, licence Unicode-3.0).
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const require = createRequire(import.meta.url);

/** Languages in Latin letters from which news is translated. */
const languages =
  'lt lv et fi pl cs sk de fr es ca it pt ro hu tr nl da sv nb is hr sl bs sr-Latn sq az uz'.split(' ');
/** Where the form at home is in Latin letters, organisations there have it in their names (`AS Roma`), so those are left out. */
const zones = {
  Europe:
    'Kiev Moscow Minsk Athens Skopje Saratov Volgograd Ulyanovsk Astrakhan Simferopol Kaliningrad Vilnius Chisinau',
  Asia: 'Almaty Aqtau Aqtobe Atyrau Qostanay Qyzylorda Bishkek Dushanbe Ashgabat Tashkent Samarkand Tbilisi Yerevan Baku Omsk Novosibirsk Novokuznetsk Krasnoyarsk Irkutsk Yakutsk Vladivostok Khandyga Sakhalin Magadan Kamchatka Anadyr Yekaterinburg Barnaul Tomsk Tehran Baghdad Kabul Damascus Beirut Jerusalem Riyadh Kuwait Seoul Pyongyang Tokyo Shanghai Urumqi Kathmandu Dhaka Calcutta Rangoon Ulaanbaatar Hovd Bangkok Thimphu Karachi',
  Africa: 'Cairo Khartoum Algiers Addis_Ababa Asmera Mogadishu Djibouti',
};
/** Forms that stand in English for something else: a warship, a company, an older time. */
const never = new Set([
  'Moskva',
  'Moskwa',
  'Tokio',
  'Vilna',
  'Wilno',
  'Tiflis',
  'Erivan',
  'Angora',
  'Kiova',
  'Damas',
  'Kudüs',
]);
/**
 * Phrases in which another form is right: dishes, clubs, ships, treaties and realms that keep the old name, towns and
 * works called after the place, and people whose name it is.
 */
const except = {
  Kyiv: [
    'chicken (Kiev|Kyiv)',
    'Great Gate of Kiev',
    '(Dynamo|Arsenal) Kiev',
    'Kiev (Dynamo|cake|torte|Patriarchate|Pechersk|Governorate|Voivodeship|Military District|class|camera)',
    'Kiev-class',
    '(Battle|Siege|Battles|Principality|Prince|Princess|Grand Prince|Grand Duke|Duke|Metropolitan|Olga|Vladimir|Yaroslav|Igor|Anna|Anne) of Kiev',
    '(aircraft carrier|cruiser) Kiev',
  ],
  Kolkata: [
    'Calcutta (Cup|University|High Court|Medical College|Stock Exchange|Club|Football League|Cricket|Auction)',
    '(University|Bishop|Archbishop|Teresa|Black Hole) of Calcutta',
    'Oh! Calcutta',
    'Royal Calcutta',
    'Calcutta, Ohio',
  ],
  Almaty: [
    'Alma-Ata (Declaration|Protocol|Protocols|Agreements|Conference)',
    '(Declaration|Protocol|Protocols) of Alma-Ata',
    '(Dynamo|Kairat|Dinamo) Alma-Ata',
  ],
  Yangon: ['Rangoon (University|creeper|bombing|crab)', 'University of Rangoon', 'crab Rangoon'],
  Baghdad: [
    'Bagdad (Cafe|Café|Theater|Theatre)',
    '(Thief|Barber) of Bagdad',
    'Bagdad, (Arizona|Kentucky|Florida)',
  ],
  Tehran: ['Teheran (Conference|Declaration|43)'],
  Dhaka: ['University of Dacca', 'Dacca (University|gauze|gauzes|muslin)'],
  Riyadh: ['(Riyad|Rijad) <name>', '<name> Rijad'],
  Athens: ['(Atena|Atina|Afina) <name>', 'Atenas de <name>'],
  Algiers: ['Argel <name>', '<name> Cezayir'],
  Cairo: ['(Kaira|Kairo) <name>', 'Kaira district'],
  Kabul: ['Kabil <name>'],
  Khovd: ['<name> Hovda'],
  Moscow: ['<name> Mosca', 'Mosca <name>'],
  Damascus: ['<name> Damasco'],
};

const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøıđə]/gu, (c) => ({ł: 'l', ø: 'o', ı: 'i', đ: 'd', ə: 'a'})[c]);

function cities(language) {
  const file = require(`cldr-dates-full/main/${language}/timeZoneNames.json`);
  return file.main[language].dates.timeZoneNames.zone;
}

/** Words of the English spelling dictionary: `Soul` is no way to write Seoul. */
function englishWords() {
  const file = path.join(
    path.dirname(fileURLToPath(import.meta.url)),
    '../../node_modules/dictionary-en/index.dic',
  );
  return new Set(
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.replace(/\/.*/, '').toLowerCase()),
  );
}

export function generate() {
  const words = englishWords();
  const english = cities('en');
  const tables = new Map(languages.map((language) => [language, cities(language)]));
  const rows = [];
  for (const [continent, list] of Object.entries(zones)) {
    for (const zone of list.split(' ')) {
      const name = fold(english[continent]?.[zone]?.exemplarCity ?? zone.replaceAll('_', ' '));
      const variants = new Map();
      // The name of the zone itself is an older English form: `Kiev`, `Calcutta`.
      const older = zone.replaceAll('_', ' ');
      if (fold(older) !== name) variants.set(older, []);
      for (const [language, table] of tables) {
        const form = table[continent]?.[zone]?.exemplarCity?.normalize('NFC');
        if (
          !form ||
          /[()/,]/.test(form) ||
          !/^\p{Lu}/u.test(form) ||
          fold(form).toLowerCase() === name.toLowerCase()
        )
          continue;
        if (fold(form).length < 5 || words.has(fold(form).toLowerCase()) || never.has(form) || form === older)
          continue;
        // A woman’s surname.
        if (/ova$/.test(form)) continue;
        variants.set(form, [...(variants.get(form) ?? []), language]);
      }
      rows.push({name, variants});
    }
  }
  // A form that is the English name of another place is no variant.
  const names = new Set(rows.map((row) => row.name));
  const lines = rows
    .map(({name, variants}) => ({
      name,
      forms: [...variants.keys()].filter((form) => !names.has(form)).sort(),
    }))
    .filter(({forms}) => forms.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({name, forms}) => {
      // Lithuanian puts its own ending on: such a form is no English word, whatever the context.
      const sure = forms.filter((form) => /..[aiu]s$/.test(form) && !/[aiu]s$/.test(name) && form.length > 6);
      const others = forms.filter((form) => !sure.includes(form));
      const entry = (list, more) =>
        list.length === 0
          ? []
          : [`  - phrase: ${JSON.stringify(name)}`, `    variants: ${JSON.stringify(list)}`, ...more];
      return [
        ...entry(others, except[name] ? [`    except: ${JSON.stringify(except[name])}`] : []),
        ...entry(sure, ['    apply: fix']),
      ];
    });
  const text = `# Made by scripts/generate/places.mjs from the exemplar cities of Unicode CLDR. Do not edit: put your own names in a
# dictionary of your own, which goes before this one.
kind: name
type: place
case: exact
language: en
entries:
${lines.join('\n')}
`;
  return {path: 'dictionaries/names/places.yml', text};
}
