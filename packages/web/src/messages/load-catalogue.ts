/**
 * The words of the desk come in two ways. What the first screen needs is one file a language (`en/index.ts`). A screen
 * that is fetched when it is opened brings its own words, its *part*. To add one:
 *
 * 1. Write `en/NAME.ts` and the same keys in the other languages, as the files beside them.
 * 2. Add a line to `parts` in each language's `index.ts`.
 * 3. Fetch the screen with its words: `lazyRouteComponent(withWords('NAME', () => import('…')), 'NameScreen')`, or
 *    `lazy(withWords('NAME', async () => ({ default: (await import('…')).NameDialog })))`.
 *
 * Within it `words.say` knows the new keys. A key belongs to one file only, and a text that other screens show too
 * belongs to `en/index.ts`; tests hold all languages, and every part, to the same keys.
 */
import type { MessageKey, Part } from './en/index.ts'
import type { Language } from './languages.ts'

/** The words of one language by key. It grows: a part joins before the screen that brought it is drawn. */
export type Catalogue = Readonly<Record<string, string>>

interface Spoken {
  readonly words: Record<string, string>
  readonly parts: Readonly<Record<Part, () => Promise<Readonly<Partial<Record<MessageKey, string>>>>>>
}

const spoken = new Map<Language, Promise<Spoken>>()
const wanted = new Set<Part>()

/** The words of one language, with those of every part that was wanted so far. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const known = spoken.get(language) ?? open(language)
  spoken.set(language, known)
  // What could not be fetched is fetched again when it is asked for again.
  known.catch(() => spoken.delete(language))
  await Promise.all([...wanted].map((part) => join(known, part)))
  return (await known).words
}

/** Fetches something and its words side by side: it is there once all are. */
export function withWords<T>(part: Part | readonly Part[], load: () => Promise<T>): () => Promise<T> {
  const needed = typeof part === 'string' ? [part] : part
  return async () => {
    for (const one of needed) wanted.add(one)
    const words = [...spoken.values()].flatMap((known) => needed.map((one) => join(known, one)))
    const [loaded] = await Promise.all([load(), ...words])
    return loaded
  }
}

async function join(known: Promise<Spoken>, part: Part): Promise<void> {
  const { words, parts } = await known
  Object.assign(words, await parts[part]())
}

async function open(language: Language): Promise<Spoken> {
  switch (language) {
    case 'en': {
      const { en, parts } = await import('./en/index.ts')
      return { words: { ...en }, parts }
    }
    case 'it': {
      const { it, parts } = await import('./it/index.ts')
      return { words: { ...it }, parts }
    }
    case 'pl': {
      const { pl, parts } = await import('./pl/index.ts')
      return { words: { ...pl }, parts }
    }
    case 'el': {
      const { el, parts } = await import('./el/index.ts')
      return { words: { ...el }, parts }
    }
    case 'ar': {
      const { ar, parts } = await import('./ar/index.ts')
      return { words: { ...ar }, parts }
    }
  }
}
