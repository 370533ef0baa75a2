import type { Draft } from '@avow/contract'
import { type EditPath, placeAt, sourceData } from '@avow/core'
import { replaceEqualDeep, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { charterWords } from '../charters/charter-words.ts'
import { type Fields, factsOf, fieldsOf, languagesOf, positionsOf, wordsInDraft } from './charter-data.ts'
import { ClashView } from './clash-view.tsx'
import { CLAUSE_SECTIONS, idsOf } from './clause-edits.ts'
import { DocumentView } from './document-view.tsx'
import type { DraftEngine } from './draft-engine.page.ts'
import { draftQueries } from './draft-queries.page.ts'
import { useSame } from './part-scope.tsx'
import { sourceOf } from './source-of.ts'
import { type Studio, StudioProvider, StudioWordsProvider } from './studio-context.tsx'
import { StudioHead, type View } from './studio-head.tsx'
import { SubmitView } from './submit-view.tsx'
import { type Jump, TextView } from './text-view.tsx'
import { TrialView } from './trial-view.tsx'
import { useChecks } from './use-checks.page.ts'
import { useEngineState } from './use-engine.page.ts'

/** The studio of a draft whose text is at hand. */
export function StudioAtWork(props: {
  readonly draft: Draft
  readonly engine: DraftEngine
  readonly base: string | undefined
  readonly mayWrite: boolean
}) {
  const { draft, engine, base, mayWrite } = props
  const words = useWords()
  const state = useEngineState(engine)
  const { text } = state.sync
  const [view, setView] = useState<View>(draft.state === 'in-review' ? 'submit' : 'document')
  const [jump, setJump] = useState<Jump>()
  const { data, isReadable } = useData(text)
  const shared = useShared(data)
  const newest = useRef(data)
  useEffect(() => {
    newest.current = data
  }, [data])
  const checks = useChecks(engine, base, draft.holders)
  useUndoKeys(engine, mayWrite)
  const showInText = useCallback((line: number, column: number) => {
    setView('text')
    setJump((before) => ({ line, column, number: (before?.number ?? 0) + 1 }))
  }, [])
  const showPart = useCallback(
    (path: EditPath) => {
      const source = sourceOf(engine.current().sync.text)
      const place = source && placeAt(source, path)
      if (place !== undefined) showInText(place.line, place.column)
    },
    [engine, showInText],
  )
  const studio: Studio = {
    data,
    draft: draft.id,
    flush: () => engine.flush(),
    readData: useCallback(() => newest.current, []),
    ...shared,
    shared,
    findings: checks.findings,
    examples: checks.examples,
    differences: checks.differences,
    coverage: checks.coverage,
    mayWrite: mayWrite && isReadable && state.sync.clash === undefined,
    edit: engine.edit,
    showInText,
    showPart,
  }
  const zone = typeof data['zone'] === 'string' ? data['zone'] : 'UTC'
  const said = useMemo(() => ({ of: shared.of, showInText, zone }), [shared.of, showInText, zone])
  const isFaulty = checks.findings.some(({ severity }) => severity === 'error')
  const title = shared.of.text(shared.words.title)?.text ?? shared.words.id
  return (
    <StudioProvider value={studio}>
      <StudioWordsProvider value={said}>
        <main className="studio" data-fresh={checks.of === text} data-untried={isFaulty && checks.triedOf !== text}>
          <PageTitle page={title === '' ? words.say('studio.untitled') : title} />
          <StudioHead
            draft={draft}
            title={title}
            engine={engine}
            state={state}
            mayWrite={mayWrite}
            view={view}
            onView={setView}
          />
          <Bands draft={draft} engine={engine} isReadable={isReadable} view={view} />
          {state.sync.clash !== undefined ? (
            <ClashView clash={state.sync.clash} onSettle={engine.settle} />
          ) : view === 'document' ? (
            <DocumentView />
          ) : view === 'text' ? (
            <TextView
              text={text}
              findings={studio.findings}
              mayWrite={mayWrite}
              jump={jump}
              onWrite={(typed) => engine.write(typed, 'text')}
            />
          ) : view === 'try' ? (
            <TrialView draft={draft} engine={engine} />
          ) : (
            <SubmitView draft={draft} engine={engine} base={base} />
          )}
        </main>
      </StudioWordsProvider>
    </StudioProvider>
  )
}

/** What the reader must know before anything else. */
function Bands({
  draft,
  engine,
  isReadable,
  view,
}: {
  readonly draft: Draft
  readonly engine: DraftEngine
  readonly isReadable: boolean
  readonly view: View
}) {
  const words = useWords()
  const { sync, keeping, trouble } = useEngineState(engine)
  const { data: versions } = useQuery(draftQueries.versions())
  const newest = versions?.items[0]?.version ?? 0
  const isOpen = draft.state === 'writing' || draft.state === 'in-review'
  const isOutdated = isOpen && draft.base !== null && newest > draft.base
  return (
    <>
      {!isReadable && view === 'document' && (
        <p className="band risk" role="status">
          {words.say('studio.unreadable')}
        </p>
      )}
      {sync.lost.length > 0 && (
        <p className="band risk" role="alert">
          {words.say('studio.lost', { count: sync.lost.length })}{' '}
          <button type="button" className="button small" onClick={engine.forgetLost}>
            {words.say('close')}
          </button>
        </p>
      )}
      {keeping === 'refused' && trouble !== undefined && (
        <p className="band broken" role="alert">
          {troubleWords(trouble, words)}
        </p>
      )}
      {isOutdated && (
        <p className="band risk" role="status">
          {words.say('studio.newer', { version: newest, base: draft.base ?? 0 })}{' '}
          <Link to="/charter/versions">{words.say('studio.newer-look')}</Link>
        </p>
      )}
      {draft.state === 'writing' && draft.sent_back !== null && (
        <p className="band risk">
          <span>{words.say('studio.sent-back', { who: draft.sent_back.by?.name ?? words.say('nobody') })}</span>{' '}
          <bdi>{draft.sent_back.reason}</bdi>
        </p>
      )}
    </>
  )
}

/** What the text says; while it cannot be read, what it said last. */
function useData(text: string): { readonly data: Fields; readonly isReadable: boolean } {
  const last = useRef<Fields>({})
  const read = useMemo(() => {
    const source = sourceOf(text)
    // What says the same stays the same object: its part need not be drawn anew.
    return source === undefined ? undefined : replaceEqualDeep(last.current, fieldsOf(sourceData(source.root)))
  }, [text])
  useEffect(() => {
    if (read !== undefined) last.current = read
  }, [read])
  return { data: read ?? last.current, isReadable: read !== undefined }
}

/** What the parts have in common; the same object while nothing of it changes. */
function useShared(data: Fields) {
  const words = useWords()
  const parts = useSame({
    languages: data['languages'],
    facts: data['facts'],
    positions: data['positions'],
    calendars: data['calendars'],
    events: data['events'],
    title: data['title'],
    charter: data['charter'],
    zone: data['zone'],
    promises: idsOf(data, 'promises'),
    remedies: idsOf(data, 'remedies'),
    clauseIds: Object.fromEntries(CLAUSE_SECTIONS.map((section) => [section, idsOf(data, section)])),
  })
  return useMemo(() => {
    const inDraft = wordsInDraft(parts, {
      contacts: words.say('studio.counted.contacts'),
      messages: words.say('studio.counted.messages'),
      reopenings: words.say('studio.counted.reopenings'),
      unanswered: words.say('studio.counted.unanswered'),
    })
    return {
      languages: languagesOf(parts),
      facts: factsOf(parts),
      positions: positionsOf(parts),
      calendars: Object.keys(fieldsOf(parts.calendars)),
      events: Object.keys(fieldsOf(parts.events)),
      promises: parts.promises,
      remedies: parts.remedies,
      clauseIds: parts.clauseIds,
      words: inDraft,
      of: charterWords(inDraft, words),
    }
  }, [parts, words])
}

/** Ctrl+Z takes back in the draft, wherever one types: a field’s own memory would take back its letters alone. */
function useUndoKeys(engine: DraftEngine, mayWrite: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isHeld = (event.ctrlKey || event.metaKey) && !event.altKey
    const isNote = event.target instanceof HTMLElement && event.target.closest('.note-field, dialog, .clash') !== null
    if (!mayWrite || !isHeld || isNote || event.isComposing) return
    const isZ = event.code === 'KeyZ' || event.key.toLowerCase() === 'z'
    const isY = event.code === 'KeyY' && event.key.toLowerCase() !== 'z'
    if (!isZ && !isY) return
    event.preventDefault()
    if (isY || event.shiftKey) engine.redo()
    else engine.undo()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
