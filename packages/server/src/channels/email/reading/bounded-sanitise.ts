import sanitize from 'sanitize-html'

/**
 * The parser keeps the open elements in a list that it shifts at every tag, so its work grows with tags times depth:
 * 20,000 nested elements take 0.1 s, 600,000 took 150 s. A page of real mail comes to some 1,000,000 steps.
 */
const MOST_STEPS = 1_000_000_000

class TooManySteps extends Error {}

/** sanitize-html, or undefined where the markup is nested so that it would take seconds. */
export function boundedSanitise(html: string, options: sanitize.IOptions): string | undefined {
  // A closing tag that closes nothing is searched for in the whole list, and nobody is told.
  const closings = html.split('</').length
  let depth = 0
  let steps = 0
  try {
    return sanitize(html, {
      ...options,
      onOpenTag() {
        depth++
        steps += depth
        if (steps + depth * closings > MOST_STEPS) throw new TooManySteps()
      },
      onCloseTag() {
        depth = Math.max(0, depth - 1)
      },
    })
  } catch (error) {
    if (error instanceof TooManySteps) return undefined
    throw error
  }
}
