import type { ReactNode } from 'react'

interface TableBoxProps {
  /** What it is a table of. */
  readonly label: string
  readonly children: ReactNode
}

/** Holds a table that may be wider than the screen, and scrolls it: by keyboard too. */
export function TableBox({ label, children }: TableBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody without a mouse sees its end (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: no form, so no fieldset
    <div className="table-box" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
