import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {deleteBlock} from './_shared/delete-block.js';
import {deletion, endsWithStop, matchedBlock, placeOf} from './_shared/labels.js';
import {isMarkedHeading, shortBlocks} from './_shared/short-blocks.js';

const mostWords = 14;

/** When the page was published or changed: the word, and a date or an hour close behind. */
const stamp =
  /^(?:(?:last |first |originally )?(?:updated|published|posted|modified|edited|last modified)(?: on| at)?|(?:status|stand|state)(?= ?:)|aktualisiert(?: am)?|veröffentlicht(?: am)?|publié le|mis à jour le|modifié le|actualizado|publicado(?: el| em)?|atualizado(?: em)?|aggiornato|pubblicato(?: il)?|aktualizacja|opublikowano|aktualizováno|zveřejněno|atnaujinta|paskelbta|publikuota|publicēts|atjaunots|avaldatud|uuendatud|julkaistu|päivitetty|обновлено|опубликовано|дата публикации|оновлено|опубліковано|публикувано|обновена|güncelleme(?: tarihi)?|yayınlanma(?: tarihi)?|giriş tarihi)(?: ?[:：|].{0,50}?\d|\s+(?!in )(?:\S+\s+){0,3}\d)/iu;
const player = /^\d{1,2}:\d{2} ?\/ ?\d{1,2}:\d{2}$/;

export default defineRule({
  meta: {
    id: 'residue/time-line',
    description: 'Lines that say when a page was updated or how long it takes to read, and labels of players',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    needs: Feature.Digit,
    messages: {
      stamp: '“{{text}}” says when the page was published or changed; it is not part of the article',
      machinery: '“{{text}}” belongs to the machinery of the page (player, reading time), not to the article',
    },
    dictionaries: ['residue/time-line'],
  },
  create(context) {
    const {article, text} = context;
    const seen = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || seen.has(block.index)) return;
        seen.add(block.index);
        const fix = deleteBlock(article, block.start, block.end);
        context.report({messageId: 'machinery', ...placeOf(block), fix});
      },
      article() {
        if (!(text.features & Feature.Digit)) return;
        for (const block of shortBlocks(context)) {
          if (block.words > mostWords || seen.has(block.index) || isMarkedHeading(article, block)) continue;
          if (player.test(block.text)) {
            const fix = deleteBlock(article, block.start, block.end);
            context.report({messageId: 'machinery', ...placeOf(block), fix});
          } else if (block.words > 1 && stamp.test(block.text) && isStampEnd(block.text)) {
            context.report({messageId: 'stamp', ...placeOf(block), ...deletion(context, block)});
          }
        }
      },
    };
  },
});

/** A sentence is no stamp; `a.m.` and `min.` at the end are no full stop. */
function isStampEnd(text: string): boolean {
  return !endsWithStop(text) || /(?:[ap]\.m\.|min\.)$/i.test(text);
}
