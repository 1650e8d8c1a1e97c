/** What a name in square brackets is to a content management system. */
export type ShortcodeKind = 'slot' | 'shortcode' | 'media';

/** Slots of auto-blogging plugins: filled when a page is made, left as they stand when the setting is empty. */
const slots = new Set(
  'source_link source_url source_domain original_title original_link matched_content author_name author_link publish_date feed_name enclosure_link og_img redirect_url keyword'.split(
    ' ',
  ),
);
const slotShape = /^(?:ad_\d{1,3}|rule_\d{1,6}(?:_plain)?|(?:vid|item|product|img)_[a-z_]{2,30})$/;

/** Core shortcodes of WordPress; bare ones may be an editor’s marks. */
const media = new Set('caption embed gallery audio video playlist'.split(' '));

const plugins = new Set(
  'contact-form contact-form-7 wpforms gravityform mc4wp_form elementor-template rev_slider adrotate adsense the_ad the_ad_group quads instagram-feed smartslider3 metaslider'.split(
    ' ',
  ),
);
const pluginShape = /^(?:vc|et_pb|fusion|su)_[a-z_]{2,30}$/;
/** Plugin names that are English words too: only with attributes or a closing tag. */
const commonPlugins = new Set('tweet youtube vimeo soundcloud button toggle tabs'.split(' '));

/**
 * The kind of a shortcode by its name in small letters. `marked`: it has attributes or a slash, as no editor’s
 * remark in brackets has.
 */
export function shortcodeKind(name: string, marked: boolean): ShortcodeKind | undefined {
  if (slots.has(name) || slotShape.test(name)) return 'slot';
  if (media.has(name)) return marked ? 'media' : undefined;
  if (plugins.has(name) || pluginShape.test(name)) return 'shortcode';
  return marked && commonPlugins.has(name) ? 'shortcode' : undefined;
}
