import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {findNames} from '../../src/names/find-names.js';
import {indexText} from '../../src/text/index-text.js';
import {resources} from '../support/resources.js';

function clustersOf(source: string, sourceLanguage: string) {
  const article = readText(source);
  const table = findNames(article, indexText(article), {
    settings: {language: 'en', ...(sourceLanguage === '' ? {} : {sourceLanguage})},
    entries: () => [],
    resource: (name, parse) => {
      const bytes = resources(name);
      return bytes && parse(bytes);
    },
    shared: (_, make) => make(),
  });
  return table.clusters.map(({forms}) =>
    forms
      .map(({text}) => text)
      .sort()
      .join(' = '),
  );
}

describe('two names stay two', () => {
  test.each([
    ['ru', 'a wife without his name', 'Ivan Borchin came with his wife. Borchina wore a hat.'],
    ['ru', 'a namesake', 'Ivan Borchin came. The nurse Oksana Borchina left.'],
    ['de', 'two players', 'Felipe shot first. Then Filip took the ball, and Felipe fell.'],
    ['et', 'a people', 'We met a Ruto in the village. The Rutos came from the north.'],
    ['hu', 'a foreign body', 'The laws of Alvéria differ. The Société du Alveria met us.'],
    ['zh', 'two syllables', 'Mr. Shao Yi met the press. On Monday, Shui Li spoke.'],
    ['ar', 'two known names', 'Ahmed Hassan met Ahmad Hussein.'],
    ['', 'a bank and a people', 'The Crédit Suisse bank was sold. A Swiss bank lost money.'],
    ['cs', 'a wife', 'Karel Dvorský won the race. His wife, Alena Dvorská, came third.'],
    ['cs', 'a daughter', 'Petr Hrubeš sings. Lucie Hrubešová paints, and Hrubešová sold a picture.'],
    ['cs', 'a stem that drops its vowel', 'Tomáš Zelínek is a judge. Eva Zelínková is a nurse.'],
    ['sk', 'a sister', 'Ján Krivoš left. Mária Krivošová stayed.'],
    ['pl', 'a wife', 'Marek Zaborowski spoke first. Ewa Zaborowska spoke last.'],
    ['pl', 'another ending', 'Piotr Wolnicki owns it. Zofia Wolnicka runs it.'],
    ['bg', 'a daughter', 'Stoyan Kirchev is the mayor. Desislava Kircheva is a singer.'],
    ['ru', 'a wife', 'Gleb Zavadsky built it. Nina Zavadskaya sold it.'],
    ['uk', 'a sister', 'Taras Holubovskyi ran. Olena Holubovska swam.'],
    ['el', 'a wife', 'Nikos Karvelos is a baker. Eleni Karvelou is a doctor.'],
    ['lv', 'a sister', 'Juris Bērzājs won. Anna Bērzāja lost.'],
    ['lt', 'a wife', 'Jonas Vaitkūnas met us. Rasa Vaitkūnienė met them.'],
    ['lt', 'a daughter', 'Tomas Girdenis is old. Ieva Girdenytė is young. Girdenytė sings.'],
    ['is', 'a brother and a sister', 'Karl Hrólfsson sails. Anna Hrólfsdóttir flies.'],
    ['is', 'a father and his son', 'Hrólfur fishes. Karl Hrólfsson sails.'],
    ['ru', 'a patronymic', 'Boris leads the choir. Anton Borisovich sings in it.'],
    ['es', 'two first names', 'Rosa Benavidez sold it. Pablo Menavides bought it.'],
    ['da', 'two first names', 'Lars Thorsen won. Jens Torsen was second.'],
    ['hu', 'two first names', 'The doctor is Gábor Halmosi. The nurse is Zsófia Halmossy.'],
    ['ko', 'side by side', 'Kim Dae-sung and Kim Tae-sung met on Monday.'],
    ['vi', 'side by side', 'Tran Van Hoai and Tran Van Hoang spoke on Monday.'],
    ['ar', 'two first names of two men', 'Yousef Karmi and his son Yusuf Talal met on Monday.'],
    [
      'ru',
      'members of one list, others between them',
      'The squad: Danilov, Rashitov, Danilin, Rashidov and Belov. Rashitov scored first, and Rashidov did later.',
    ],
    [
      'tr',
      'a relative',
      'Mehmet Demir, a farmer from Konya, saw it first. Ahmet Demir, his cousin, called the police.',
    ],
    ['lv', 'a relative', 'Maris Ozols spoke first. Later his younger brother Miris Ozols left the hall.'],
    ['no', 'a numbered list', 'Results: 1. Ola Lervik (Norway) 24:10, 2. Liv Lervick (Norway) 24:15.'],
    ['ja', 'a quarter of a town', 'The bus stops at Tomioka. The Tomiokacho Hall is shut.'],
    ['ko', 'a district', 'He lives in Yangho. The Yanghodong office is shut.'],
    ['ja', 'a shop', 'The potter is Suzune. The sweets of Suzuneya are old.'],
    ['de', 'who is of a town', 'In Brettheim it rained. The Brettheimer Verein met.'],
    ['', 'a country and its people', 'Kolvania lost. The Kolvanian team wept.'],
    ['', 'a people before a word', 'A Kolvania-based firm won. A Kolvanian-based firm lost.'],
    ['', 'who makes what', 'She joined CineTube in May. Other CineTubers left.'],
    ['de', 'another name of a town', 'He was born in Grunow (now Gronowo) in May.'],
    [
      'pl',
      'another name of a town',
      'The town of Kaltwasser (formerly Kaltwasser-Dorf, today Kalwaser) is small.',
    ],
    ['sv', 'another beginning', 'A fire broke out in Skarköping. In Köping nobody was hurt.'],
    ['ja', 'another beginning', 'The rain fell on Wakamori. The snow fell on Mori.'],
    ['lt', 'another sound first', 'It rained in Kaldūnas. Raldūnas was dry.'],
    ['ru', 'a man and a firm', 'Pavel Rudkov founded it. The Rudkoff company sold it. Rudkov left.'],
    ['zh', 'a man and a works', 'Chen Mingbao came. Chen Mingbao led the Mengbao factory.'],
    ['fr', 'an article', 'The river is the Ayerne. The bridge over l’Ayerne is old.'],
    ['fr', 'a foreign body', 'The Royal Academy met. The Académie Royale did not.'],
    [
      'ru',
      'a village and its owner',
      'The farm is in Saltykovo. The count was Gleb Saltykov, and Saltykov died.',
    ],
    ['hi', 'sisters', 'Meeta Sharwani sang. Geeta Sharwani danced.'],
  ])('%s: %s', (language, _, text) => {
    expect(clustersOf(text, language)).toEqual([]);
  });
});

describe('one name is found', () => {
  test.each([
    ['cs', 'Dvorsky = Dvorský', 'Karel Dvorský won the race. On Monday we met Karel Dvorsky.'],
    ['pl', 'Zaborovski = Zaborowski', 'Marek Zaborowski spoke first. Then Marek Zaborovski left.'],
    ['lt', 'Sulimov = Sulimovas', 'The mayor is Askar Sulimov. Then Sulimovas left, and Sulimov stayed.'],
    ['lv', 'Ozolniek = Ozolnieks', 'So said Valdis Ozolnieks. The coach praised Ozolniek. Ozolnieks smiled.'],
    [
      'et',
      'Bellinni = Bellinnis',
      'The striker is Marco Bellinni. They trust in Bellinnis, and Bellinni smiled.',
    ],
    [
      'de',
      'Rulschau = Rultschau',
      'In Rulschau it rained. The mayor of Rultschau wept, and Rulschau was wet.',
    ],
    ['ar', 'Abd al-Karim = Abdulkarim', 'Abdulkarim Nasser spoke. Local fishers met Abd al-Karim Nasser.'],
    ['ar', 'Nur El Din = Nureddin', 'Karim Nureddin spoke. Local fishers met Karim Nur El Din.'],
    ['ko', 'Chul-soo = Chul Soo', 'Park Chul-soo spoke. Local fishers met Park Chul Soo.'],
    ['hu', 'Gábor Halmosi = Halmosi Gábor', 'Halmosi Gábor spoke. Local fishers met Gábor Halmosi.'],
    [
      'ja',
      'Miro Zagakuen = Miroza Gakuen',
      'The Tama Miroza Gakuen was full. We saw the Tama Miro Zagakuen.',
    ],
    ['ru', 'Borchin = Borchina', 'The envoy is Georgy Borchin. According to Borchina, the house is empty.'],
    ['uk', 'Radelska = Radelsky', 'The lawyer is Pavlo Radelska. On Friday, Radelsky spoke for an hour.'],
    [
      'ru',
      'Kadochnikova = Kadochnykova',
      'We met Nina Kadochnikova. Pictures of Nina Ivanovna Kadochnykova hang here.',
    ],
    ['ja', 'Gorento = Gurento', 'The hero was Mitani Gorento. Nobody had seen Gurento Mitani before.'],
    ['uk', 'Ihor = Igor', 'Her husband Ihor was a baker. The body of Igor lay in the well.'],
    ['uk', 'Mihalchuk = Mykhalchuk', 'Mihalchuk is here. The police met Mykhalchuk on Monday.'],
    [
      'uk',
      'Tarn = Tarna',
      'President Ivan Tarna came at noon. President Tarna met the press. Tarn spoke last.',
    ],
    ['lt', 'Vaidila = Vaidilas', 'So said Linas Vaidilas, the judge. The contract of Vaidila ends in May.'],
    ['de', 'Rehling = Rehlings', 'The baker is Georg Rehling. On Monday, Rehlings guests came late.'],
    ['', 'BootDisk = Bootdisk', 'You can install BootDisk from it. We know that Bootdisk fails.'],
    ['pl', 'Gruszenów = Gruszenow', 'In Gruszenów it rained. The mayor of Gruszenow left Gruszenów.'],
  ])('%s: %s', (language, forms, text) => {
    const sorted = forms.split(' = ').sort().join(' = ');
    expect(clustersOf(text, language)).toContain(sorted);
  });
});
