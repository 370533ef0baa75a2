import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

/** Room that the box needs, px. */
const WIDTH = 320

/** A word in a sentence that opens a small box to change it. Escape and a press elsewhere close it. */
export function Popover(props: {
  readonly label: string
  readonly shown: ReactNode
  readonly isFaulty: boolean
  readonly isDisabled: boolean
  readonly children: ReactNode
}) {
  const [side, open] = useState<'start' | 'end' | undefined>()
  const around = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const box = useId()
  useEffect(() => {
    if (side === undefined) return undefined
    around.current?.querySelector<HTMLElement>('.pop-box :is(input, select, button)')?.focus()
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && around.current?.contains(target) !== true) open(undefined)
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [side])
  const toggle = (): void => {
    const place = button.current?.getBoundingClientRect()
    if (side !== undefined || place === undefined) return open(undefined)
    const isRight = button.current?.matches(':dir(rtl)') === true
    open((isRight ? place.right < WIDTH : place.left + WIDTH > innerWidth) ? 'end' : 'start')
  }
  return (
    <span className="pop" ref={around}>
      <button
        ref={button}
        type="button"
        className="term"
        aria-label={props.label}
        aria-haspopup="dialog"
        aria-expanded={side !== undefined}
        aria-controls={side === undefined ? undefined : box}
        data-faulty={props.isFaulty || undefined}
        disabled={props.isDisabled}
        onClick={toggle}
      >
        {props.shown}
      </button>
      {side !== undefined && (
        <div
          id={box}
          role="dialog"
          aria-label={props.label}
          className={`pop-box ${side}`}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            open(undefined)
            button.current?.focus()
          }}
        >
          {props.children}
        </div>
      )}
    </span>
  )
}
