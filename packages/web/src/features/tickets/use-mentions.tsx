import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import { useFilter } from 'react-aria-components'
import { queries } from '../../api/queries.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { Avatar } from '../people/avatar.tsx'
import { mentionAt, mentionedIn, withMention } from './mentions.ts'
import './mentions.css'

interface MentionsOf {
  readonly text: string
  readonly area: RefObject<HTMLTextAreaElement | null>
  /** Only notes mention people. */
  readonly isOn: boolean
  write(text: string): void
}

const MOST_OFFERED = 8

/** People of the desk offered behind an `@`: chosen with the arrows and Enter or Tab, or pressed; Escape puts them away. */
export function useMentions({ text, area, isOn, write }: MentionsOf) {
  const words = useWords()
  const list = useId()
  const { data } = useQuery({ ...queries.staff(), enabled: isOn })
  const { contains, startsWith } = useFilter({ sensitivity: 'base' })
  const [caret, setCaret] = useState(0)
  const [at, go] = useState(0)
  const [putAway, putAwayAt] = useState<number>()
  const chosen = useRef(new Set<string>())
  const staff = data?.items.filter(({ is_disabled }) => is_disabled !== true) ?? []
  const begun = isOn ? mentionAt(text, caret) : undefined
  const typed = begun === undefined || begun.from === putAway ? undefined : begun.typed
  const isBegunBy = ({ name }: { readonly name: string }) =>
    startsWith(name, typed ?? '') || name.split(' ').some((word) => startsWith(word, typed ?? ''))
  // Whose name begins so comes before those in whose it stands somewhere.
  const fitting = typed === undefined ? [] : staff.filter(({ name }) => contains(name, typed))
  const offered = [...fitting.filter(isBegunBy), ...fitting.filter((one) => !isBegunBy(one))].slice(0, MOST_OFFERED)
  const here = Math.min(at, offered.length - 1)

  const choose = (place: number): void => {
    const person = offered[place]
    if (person === undefined || begun === undefined) return
    chosen.current.add(person.id)
    const put = withMention(text, caret, begun, person.name)
    write(put.text)
    setCaret(put.caret)
    go(0)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(put.caret, put.caret)
    })
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (offered.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') go((here + 1) % offered.length)
    else if (event.key === 'ArrowUp') go((here + offered.length - 1) % offered.length)
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) choose(here)
    else if (event.key === 'Escape') putAwayAt(begun?.from)
    else return
    event.preventDefault()
  }

  return {
    /** Ids of those whom a text mentions. */
    mentioned: (of: string) => mentionedIn(of, staff, chosen.current),
    /** The caret is somewhere else; what was put away is offered again behind another `@`. */
    follow: (place: number) => {
      setCaret(place)
      if (mentionAt(area.current?.value ?? '', place)?.from !== putAway) putAwayAt(undefined)
    },
    onKeyDown,
    /** Of the field that is written in. */
    field:
      offered.length === 0
        ? {}
        : {
            'aria-autocomplete': 'list' as const,
            'aria-controls': list,
            'aria-activedescendant': `${list}-${here}`,
          },
    list: offered.length > 0 && (
      <div className="mention-list" role="listbox" id={list} aria-label={words.say('reply.mention')}>
        {offered.map(({ id, name, team }, place) => (
          // The focus stays in the text, from where the keys choose.
          // biome-ignore lint/a11y/useKeyWithClickEvents: as said above
          // biome-ignore lint/a11y/useFocusableInteractive: as said above
          <div
            key={id}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === here}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
          >
            <Avatar name={name} />
            <bdi className="one-line">{withoutTurning(name)}</bdi>
            <span className="quiet one-line">{team}</span>
          </div>
        ))}
      </div>
    ),
  }
}
