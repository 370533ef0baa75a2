/** The sign of the product: a promise line, from its start to its due time. */
export function PromiseMark() {
  return (
    <svg className="turns" viewBox="0 0 96 16" width="96" height="16" aria-hidden="true">
      <g stroke="var(--accent)" fill="var(--accent)">
        <circle cx="6" cy="8" r="4" strokeWidth="2" fill="none" />
        <path d="M12 8h34" strokeWidth="4" />
        <path d="M46 8h34" strokeWidth="1.5" />
        <path d="m86 2 6 6-6 6-6-6z" stroke="none" />
      </g>
    </svg>
  )
}
