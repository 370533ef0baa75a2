/** More than any mail needs; of further ones nothing is loaded. */
const MOST_PICTURES = 200

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** Addresses of the pictures that wait in the `data-src` of sanitised HTML, each once, in their order. */
export function remotePictures(html: string): readonly string[] {
  const found = new Set<string>()
  for (const [, escaped = ''] of html.matchAll(/ data-src="([^"]*)"/gu)) {
    if (found.size === MOST_PICTURES) break
    found.add(escaped.replace(/&(?:amp|lt|gt|quot);/gu, (entity) => ENTITIES[entity] ?? entity))
  }
  return [...found]
}
