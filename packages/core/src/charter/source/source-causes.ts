/**
 * A closed list: what is wrong with a text that is no YAML (`not-readable`), or YAML of a sort that a charter does not use. Each is a
 * sentence of its own in place of that of its code; docs/errors.md lists them.
 */
export const SOURCE_CAUSES = {
  'not-readable': [
    'tab',
    'indentation',
    'indented-too-far',
    'no-colon',
    'no-space',
    'no-comma',
    'no-dash',
    'nothing-between',
    'open-quote',
    'open-bracket',
    'extra-bracket',
    'needs-quotes',
    'dash-in-brackets',
    'backslash',
    'comment-space',
    'empty',
  ],
  'not-used-in-charters': ['anchor', 'alias', 'tag', 'merge', 'directive', 'second-document'],
} as const

export type SourceCause = (typeof SOURCE_CAUSES)[keyof typeof SOURCE_CAUSES][number]
