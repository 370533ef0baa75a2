import { type DragEvent, useEffect, useState } from 'react'

/** What takes files that are dropped on it. */
export interface Dropping {
  /** Files are held over it. */
  readonly isOver: boolean
  readonly onDragOver: (event: DragEvent) => void
  readonly onDragLeave: (event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
}

/** Takes files that are dropped. What is dropped beside it would be opened by the browser in place of the desk, and is not. */
export function useDropping(onDropped: (files: Iterable<File>) => void): Dropping {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent): void => {
      if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
  return {
    isOver,
    onDragOver(event) {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    },
    onDragLeave(event) {
      const to = event.relatedTarget
      if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
    },
    onDrop(event) {
      setOver(false)
      if (event.dataTransfer.files.length === 0) return
      event.preventDefault()
      onDropped([...event.dataTransfer.files])
    },
  }
}
