/** What the staff write to each other, in English whatever the customer writes in. */
export const NOTES = {
  unassigned: [
    'This sat in the queue for hours with nobody’s name on it. Giving it to somebody now, apology included.',
    'Nobody had this one. The queue view was sorted by subject again, please keep it on “due first”.',
    'Found this unassigned at the bottom of the list. We are over the promise already.',
  ],
  bounced: [
    'Landed with us by the word “parcel” in the subject. Nothing we can do from here, care please.',
    'Not ours, sorry. Back to care.',
    'Third pair of hands on this one. I keep it now.',
  ],
  surge: [
    'We are at 60 open today, this one had to wait. Answering in the order of due times.',
    'Customer waited longer than promised, see R2 if they ask for something.',
    'Behind on everything this morning.',
  ],
  carrier: [
    'Enquiry opened with the carrier, reference WK-ENQ. They promise an answer by tomorrow noon.',
    'Called the depot: last scan in Łódź, not loaded since. On hold until they find it.',
    'Carrier says “on the van” for the second day. Asked for the driver’s number.',
  ],
  strike: ['Strike at Wistula: parcel is in the closed depot. Moved to the list for the second carrier.'],
  supplier: [
    'Warehouse has none left. Ordered one from the supplier, delivery in 2–4 days.',
    'Supplier confirms by phone: leaves their house tomorrow.',
  ],
  workshop: ['Workshop has it: thermostat. Spare part is in stock.', 'Workshop: loose connection, straightforward.'],
  photo: [
    'Photos are clear, transport damage. No return needed, the carrier pays.',
    'Damage was there before it left us: the foil is intact. Told the warehouse.',
  ],
  worn: [
    'Known weakness of this batch, still under guarantee.',
    'Photos are clear. Two years are not over, we take care of it.',
  ],
  refund: ['Refund within my limit, agreed.'],
  bigRefund: ['Over 100 EUR: asked Katarzyna, she agreed.'],
  grant: [
    'Arrived broken, photo in the ticket.',
    'As agreed with the customer.',
    'Sent back, and it came in good shape.',
  ],
  duplicate: ['Same question came in by another channel an hour ago and is answered there.'],
  wrong: [
    'Two labels swapped at packing table 3, second time this week.',
    'Picker took the neighbour’s bin. Reported to the warehouse.',
  ],
  escalated: ['Promise broken and two hours gone: with me now. I answer it myself.'],
} satisfies Record<string, readonly string[]>
