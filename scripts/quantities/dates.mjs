// Names of months and of days of the week, from cldr-dates-full.
import {read} from './cldr.mjs';

const dayIndex = {mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7};

export function dates(language, add) {
  const calendar = read('cldr-dates-full', language, 'ca-gregorian')?.dates.calendars.gregorian;
  if (!calendar) return;
  const joined = ['zh', 'ja', 'ko'].includes(language);
  for (const use of ['format', 'stand-alone']) {
    if (!joined) {
      for (const [n, form] of Object.entries(calendar.months[use].wide))
        add('m', Number(n), form.replace(/^d[e’'] ?/, ''));
      // Abbreviations count beside a number alone.
      for (const [n, form] of Object.entries(calendar.months[use].abbreviated)) {
        const bare = form.replace(/\.$/, '');
        if (/^\p{L}{3,}$/u.test(bare)) add('a', Number(n), bare);
      }
    }
    for (const [day, form] of Object.entries(calendar.days[use].wide)) add('d', dayIndex[day], form);
    if (joined && language !== 'ko')
      for (const [day, form] of Object.entries(calendar.days[use].abbreviated))
        if (form.length > 1) add('d', dayIndex[day], form);
  }
}
