import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {findNames} from '../../src/names/find-names.js';
import {indexText} from '../../src/text/index-text.js';
import {resources} from '../support/resources.js';

function spellingsOf(language: string, source: string): string[] {
  const article = readText(source);
  const table = findNames(article, indexText(article), {
    settings: {language},
    entries: () => [],
    resource: (name, parse) => {
      const bytes = resources(name);
      return bytes && parse(bytes);
    },
    shared: (_, make) => make(),
  });
  return table.clusters.map(({forms}) =>
    forms
      .map(({text, stem}) => text.slice(0, stem))
      .sort()
      .join(' = '),
  );
}

describe('two stems are two spellings', () => {
  test.each([
    [
      'ru',
      'Хольден = Холден',
      'Судья Марк Холден открыл заседание. Адвокат спорил с Холденом. Вечером о Хольдене писали газеты.',
    ],
    [
      'ru',
      'Вайнфилд = Вэйнфилд',
      'В городке Вайнфилд закрыли мост. До Вайнфилда теперь час езды. Жители Вэйнфилда недовольны.',
    ],
    [
      'uk',
      'Гартман = Хартман',
      'Суддя Лена Гартман відклала засідання. Адвокати чекали на Лену Хартман до вечора.',
    ],
    [
      'uk',
      'Бреддок = Бредок',
      'Співак Колін Бреддок скасував тур. Менеджер Бредока пояснив це хворобою. Квитки Бреддока повернуть.',
    ],
    [
      'be',
      'Крамвэл = Крамвел',
      'Намеснік Крамвэл прыехаў учора. З Крамвэлам размаўлялі доўга. Пра Крамвела пісалі газеты.',
    ],
    [
      'bg',
      'Торнфийлд = Торнфилд',
      'Кметът на Торнфилд подаде оставка. В Торнфилд няма ток. Пътят към Торнфийлд е затворен.',
    ],
    [
      'sr',
      'Хендрикс = Хендрикз',
      'Тренер Роби Хендрикс је поднео оставку. Играчи воле Роби Хендрикза. Клуб је захвалио Хендриксу.',
    ],
    [
      'cs',
      'Wallmark = Walmark',
      'Útočník Erik Wallmark dal tři góly. Trenér Wallmarka chválil. O Walmarkovi psaly noviny.',
    ],
    [
      'pl',
      'Lindgren = Lindgrin',
      'Minister Oskar Lindgren podał się do dymisji. Premier podziękował Lindgrenowi. Posłowie chcieli wysłuchać Oskara Lindgrina.',
    ],
    [
      'lt',
      'Brokveil = Brokvel',
      'Ministrė Ema Brokveil atsistatydino. Apie Emą Brokvel rašė visi laikraščiai.',
    ],
    [
      'lv',
      'Hardingtons = Hardengtons',
      'Pilsētā Hardingtons slēgs skolu. Mērs no Hardengtons to noliedza. Hardingtons ir maza pilsēta.',
    ],
    [
      'es',
      'Karlsen = Karlssen',
      'El ministro Olaf Karlsen dimitió el lunes. Según Karlsen, era hora. El partido de Karlssen lo lamentó.',
    ],
    [
      'de',
      'Halvorsen = Halvorssen',
      'Der Minister Olaf Halvorsen trat zurück. Laut Olaf Halvorssen war es Zeit.',
    ],
    [
      'fi',
      'Brandelius = Brandellius',
      'Ministeri Aatu Brandelius erosi. Puolue kiitti Aatu Brandellius -nimistä miestä.',
    ],
    ['el', 'Γκάρντινερ = Γκαρντινέρ', 'Ο υπουργός Τομ Γκάρντινερ έφυγε. Ο Τομ Γκάρντνερ δεν μίλησε.'],
  ])('%s: %s', (language, _spellings, source) => {
    expect(spellingsOf(language, source)).toHaveLength(1);
  });

  test('each with the stem that its forms share', () => {
    expect(
      spellingsOf(
        'ru',
        'Судья Марк Холден открыл заседание. Адвокат спорил с Холденом. Вечером о Хольдене писали газеты.',
      ),
    ).toEqual(['Холден = Хольден']);
  });
});

describe('forms of one stem, and other names, are not', () => {
  test.each([
    [
      'ru',
      'cases',
      'Гаррисон приехал утром. С Гаррисоном была жена, Гаррисону подарили книгу. О Гаррисоне писали.',
    ],
    ['ru', 'a fleeting vowel', 'Павел Колец ушёл первым. Павла Кольца искали. Павлу звонили.'],
    ['ru', 'a wife', 'Виктор Залесский молчал. Анна Залесская говорила. Залесскую слушали.'],
    ['ru', 'ё and е', 'Артём Королёв победил. Королева поздравили. Артем рад.'],
    ['ru', 'two in one sentence', 'Гансон обогнал Хансона на финише. Гансон рад, Хансон расстроен.'],
    ['ru', 'two given names', 'Пётр Морлен пел. Иван Марлен танцевал. Морлен устал, а Марлен нет.'],
    ['uk', 'a vowel that closes', 'Харків чекав. До Харкова їхали довго. У Харкові дощ.'],
    ['uk', 'a softened consonant', 'Америка голосує. В Америці тихо. Ольга поїхала, Ользі раді.'],
    [
      'uk',
      'a country and a region',
      'Уряд Британії відповів. Рибалки з Бретані чекають. Міністр Британії мовчить.',
    ],
    [
      'cs',
      'softened and fleeting',
      'Karel přišel. Karla viděli v Praze. Praha spala. O Čechách a Češích se mluví.',
    ],
    [
      'pl',
      'softened',
      'Polska wygrała. W Polsce świętowano. Piotr pojechał do Łodzi, a Łódź spała. O Piotrze pisano.',
    ],
    ['hr', 'possessive', 'Marko je došao. Markova sestra je ostala. Ana je otišla s Aninim bratom.'],
    ['lt', 'cases', 'Vilnius laukė. Vilniuje lijo, į Vilnių važiavo traukiniai, Vilniaus meras tylėjo.'],
    ['lt', 'a wife and a daughter', 'Jonas Petraitis dainavo. Rasa Petraitienė šoko. Ieva Petraitytė piešė.'],
    [
      'hu',
      'a long vowel before an ending',
      'Panama nyert. Panamában ünnepeltek. Varsó messze van, Varsóban esett.',
    ],
    ['hu', 'a doubled consonant', 'Markus jött. Markussal beszéltek, Markusnak tapsoltak.'],
    ['fi', 'gradation', 'Helsinki nukkui. Helsingissä satoi. Turku voitti, Turussa juhlittiin.'],
    ['et', 'gradation', 'Ameerika Ühendriigid vastas. Ameerika Ühendriikidel on laevu.'],
    [
      'el',
      'a moving accent',
      'Το Σάββατο έβρεχε. Του Σαββάτου η παράσταση ακυρώθηκε. Η Αθήνα και των Αθηνών.',
    ],
    [
      'de',
      'an umlaut',
      'Der Schlafsack war teuer. Mit Schlafsäcken handelt er. Die Kassiererin und die Kassiererinnen gingen.',
    ],
    ['de', 'nouns that are alike', 'Der Gewinner kam spät. Das Gewimmer hörte auf. Der Gewinner lachte.'],
    ['es', 'an accent that capitals drop', 'África espera. La voz de Africa suena.'],
    [
      'sv',
      'an English name of the place',
      'Skottland väntar. Tidningen The Scotland Herald skrev det. Skottland röstar.',
    ],
    ['tr', 'endings behind an apostrophe', 'Ankara’da kar var. Ankara’ya gidildi. Ankaralılar bekledi.'],
    ['ja', 'a script without capitals', 'ジョンソン氏が来た。ジョンスン氏は話した。'],
  ])('%s: %s', (language, _why, source) => {
    expect(spellingsOf(language, source)).toEqual([]);
  });
});
