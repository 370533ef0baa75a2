import type { CompanyAddress } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'

interface AddressDialogProps {
  /** Undefined: another one. */
  readonly address: CompanyAddress | undefined
  readonly isOnly: boolean
  readonly onClose: () => void
}

/** An address and the name that its mail is sent under; and its removal, which asks once more. */
export function AddressDialog({ address: known, isOnly, onClose }: AddressDialogProps) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [isSure, setSure] = useState(false)
  const close = (said: string) => {
    announce.politely(said)
    void client.invalidateQueries()
    onClose()
  }
  const saving = useMutation({
    mutationFn: (form: FormData) => {
      const [address, name] = [String(form.get('address')).trim(), String(form.get('name')).trim()]
      const verifiedBy = String(form.get('verified-by') ?? '').trim()
      if (known !== undefined) {
        const body = { address, name, verified_by: verifiedBy === '' ? null : verifiedBy }
        return call('changeAddress', { params: { id: known.id }, body })
      }
      return call('addAddress', { body: name === '' ? { address } : { address, name } })
    },
    onSuccess: ({ address }) =>
      close(known === undefined ? words.say('addresses.added', { address }) : words.say('settings.saved')),
  })
  const removing = useMutation({
    mutationFn: (id: string) => call('removeAddress', { params: { id } }),
    onSuccess: () => close(words.say('addresses.removed', { address: known?.address ?? '' })),
  })
  const error = saving.error ?? removing.error
  return (
    <Dialog
      title={known === undefined ? words.say('addresses.add') : words.say('addresses.edit', { address: known.address })}
      onClose={onClose}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate(new FormData(event.currentTarget))
        }}
      >
        {error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(error, words)}
          </p>
        )}
        <label className="field">
          <span>{words.say('addresses.address')}</span>
          <input
            className="input ltr"
            name="address"
            type="email"
            required
            maxLength={254}
            autoComplete="off"
            defaultValue={known?.address}
          />
          <span className="hint">{words.say('addresses.pass')}</span>
          {known !== undefined && <span className="hint">{words.say('addresses.move')}</span>}
        </label>
        <label className="field">
          <span>
            {words.say('addresses.name')}
            {known === undefined && ` (${words.say('optional')})`}
          </span>
          <input
            className="input"
            name="name"
            dir="auto"
            required={known !== undefined}
            maxLength={200}
            autoComplete="off"
            defaultValue={known?.name}
          />
        </label>
        {known !== undefined && (
          <label className="field">
            <span>
              {words.say('addresses.verified-by')} ({words.say('optional')})
            </span>
            <input
              className="input ltr"
              name="verified-by"
              maxLength={253}
              pattern="[A-Za-z0-9._\-]+"
              autoComplete="off"
              defaultValue={known.verified_by ?? ''}
            />
            <span className="hint">{words.say('addresses.verified-by-hint')}</span>
          </label>
        )}
        <footer>
          {known !== undefined && !known.answers && !isOnly && (
            <button
              type="button"
              className="button plain"
              disabled={removing.isPending}
              onClick={() => (isSure ? removing.mutate(known.id) : setSure(true))}
            >
              {isSure ? words.say('addresses.remove-sure') : words.say('addresses.remove')}
            </button>
          )}
          <button type="submit" className="button main" disabled={saving.isPending}>
            {known === undefined ? words.say('addresses.add') : words.say('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
