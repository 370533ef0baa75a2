import type { Finding } from '@avow/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useWords } from '../../messages/words.tsx'
import { FindingNote } from './margin.tsx'
import { patchBetween } from './patch-between.ts'

/** Where the cursor is to stand, from 1; `number` rises with every jump. */
export interface Jump {
  readonly line: number
  readonly column: number
  readonly number: number
}

const LINE = 20

/** The draft as it is written, with its line numbers and its findings. What is typed is in the document at once. */
export function TextView(props: {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly mayWrite: boolean
  readonly jump: Jump | undefined
  readonly onWrite: (text: string) => void
}) {
  const { text, findings, mayWrite, jump, onWrite } = props
  const words = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const count = text.split('\n').length
  const faulty = new Map(findings.map(({ line, severity }) => [line, severity]))

  // What others change moves the cursor along, as if one had looked on.
  useLayoutEffect(() => {
    const field = area.current
    if (field === null || field.value === text) return
    const { selectionStart, selectionEnd, scrollTop } = field
    const [patch] = patchBetween(field.value, text)
    field.value = text
    if (patch === undefined) return
    const moved = (at: number): number =>
      at <= patch.from ? at : at >= patch.to ? at + patch.insert.length - (patch.to - patch.from) : patch.from
    field.setSelectionRange(moved(selectionStart), moved(selectionEnd))
    field.scrollTop = scrollTop
  }, [text])

  useEffect(() => {
    const field = area.current
    if (field === null || jump === undefined) return
    const lines = field.value.split('\n')
    const before = lines.slice(0, jump.line - 1).reduce((sum, line) => sum + line.length + 1, 0)
    const at = Math.min(before + jump.column - 1, field.value.length)
    field.focus()
    field.setSelectionRange(at, at)
    field.scrollTop = Math.max(0, (jump.line - 6) * LINE)
  }, [jump])

  return (
    <div className="text-view">
      <div className="editor" dir="ltr">
        <div className="gutter" ref={gutter} aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <span key={index} className={faulty.get(index + 1)}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          dir="ltr"
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          aria-label={words.say('studio.text')}
          defaultValue={text}
          readOnly={!mayWrite}
          onChange={({ currentTarget }) => {
            onWrite(currentTarget.value)
          }}
          onScroll={({ currentTarget }) => {
            if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop
          }}
          onKeyDown={(event) => {
            // Two spaces, as charters are indented; Escape, then Tab leaves the field.
            if (event.key !== 'Tab' || event.shiftKey || !mayWrite || event.currentTarget.dataset['leaves'] === 'yes') {
              event.currentTarget.dataset['leaves'] = event.key === 'Escape' ? 'yes' : 'no'
              return
            }
            event.preventDefault()
            const { selectionStart: from, selectionEnd: to } = event.currentTarget
            event.currentTarget.setRangeText('  ', from, to, 'end')
            onWrite(event.currentTarget.value)
          }}
        />
      </div>
      <aside className="margin" aria-label={words.say('studio.findings')}>
        {findings.length === 0 ? (
          <p className="quiet">{words.say('studio.findings.none')}</p>
        ) : (
          <ul className="findings" aria-live="polite">
            {findings.map((finding) => (
              <FindingNote
                key={`${finding.code} ${finding.path} ${finding.line} ${finding.message}`}
                finding={finding}
              />
            ))}
          </ul>
        )}
      </aside>
    </div>
  )
}
