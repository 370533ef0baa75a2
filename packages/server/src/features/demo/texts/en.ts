import type { DemoTexts } from './demo-texts.ts'

export const en: DemoTexts = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  openings: ['Hello,', 'Hi there,', 'Hello all,', 'Dear Sir or Madam,', 'Dear Bramble team,', 'Hi'],
  closings: [
    'Kind regards,\n{me}',
    'Best wishes,\n{me}',
    'Thanks,\n{first}',
    'Regards\n{me}',
    '{me}',
    'Many thanks in advance\n{me}',
  ],
  spoken: ['Hello, ', 'Hi, ', 'Hello there, ', 'Hello, it’s {me}. ', ''],
  angry: [
    'Frankly I am fed up. This is the second time in a year and I expected better from you.',
    'I pay on time, I expect you to deliver on time. If nobody gets back to me today I will ask my bank to reverse the payment.',
    'Please do not send me another automatic reply. I want a person to look at this.',
    'VERY disappointed. I have been shopping with you for six years.',
  ],
  kind: [
    'No great hurry, whenever one of you has a minute.',
    'I know you must be busy, so thank you for looking into it.',
    'Otherwise I have always been happy with your things, so I am sure we can sort this out.',
  ],
  damaged: [
    {
      subject: 'Broken on arrival – order {order}',
      text: '{The} from order {order} arrived today in pieces. The box looked fine from the outside, but there was next to no padding inside. It was meant as a present for Saturday, so I would need a new one quickly. I paid {price}.',
      brief: '{the} from my order {order} arrived in pieces. What do I do now?',
      of: 'fragile',
    },
    {
      subject: '{product} does not switch on',
      text: 'I unpacked {the} yesterday and it does not switch on at all. I tried three different sockets and checked the fuse. No light, no sound, nothing. The order number is {order}.',
      brief: 'I have just unpacked {the} and it’s dead, nothing happens when I switch it on. Order {order}.',
      of: 'electric',
    },
    {
      subject: 'Damaged item',
      of: 'solid',
      text: '{The} came with a deep scratch and a dent on one side (order {order}, {price}). I would keep it for a discount but I would rather have one that is not damaged.',
      brief: '{the} has a big scratch and a dent. The order number is {order}.',
    },
    {
      subject: 'Stain and a torn seam',
      text: 'There is a brown stain on {the} and one of the seams is coming apart. It has not been used, I only took it out of the bag. Order {order} of {date}.',
      brief: '{the} has a stain and a torn seam, straight out of the bag.',
      of: 'textile',
    },
    {
      subject: 'parts missing / leg cracked, {order}',
      whole: true,
      text: 'hi, put {the} together last night and one of the legs is cracked right where the screw goes. also two of the long screws are missing. can you send the parts or do i have to take the whole thing apart again??',
      brief: 'one leg of {the} is cracked and two screws are missing.',
      of: 'furniture',
    },
    {
      subject: '{product}: stopped working',
      text: 'On {date} I bought {the} in your shop for {price}. It worked well until last week; now it switches itself off after a minute or two. I have kept the receipt and the box. As far as I know it is still under guarantee. How do we go about a repair?',
      brief: 'I bought {the} on {date} and now it turns itself off after a minute. It must still be under guarantee.',
      of: 'electric',
      old: true,
    },
    {
      subject: 'Coating coming off',
      text: 'The coating of {the} is coming off after only a few weeks of normal use, I only ever use a wooden spoon. I do not want to eat that. Bought on {date}, order {order}.',
      brief: 'the coating of {the} is peeling off. I bought it on {date}.',
      of: 'hob',
      old: true,
    },
    {
      subject: 'Complaint about {product}',
      of: 'solid',
      text: 'I am sorry to say that {the}, bought on {date} (order {order}), has already come loose at one joint. I am not heavy-handed and nobody else uses it. Please tell me whether you repair it or replace it.',
      brief: '{the} has come loose already. I bought it on {date}, order {order}.',
      old: true,
    },
  ],
  late: [
    {
      subject: 'Where is my order {order}?',
      text: 'I ordered {the} on {date} and was told it would take three working days. That was {days} days ago. The tracking page for {tracking} has said “in transit” since then and does not change. Could you find out where the parcel is?',
      brief: 'my order {order} of {date} still isn’t here. Tracking {tracking} hasn’t moved for days.',
    },
    {
      subject: 'Delivery',
      whole: true,
      text: 'still no parcel. order {order}. what is going on?',
      brief: 'where is my parcel? Order {order}.',
    },
    {
      subject: 'Order {order}: “delivered”, but not to me',
      text: 'According to the carrier, parcel {tracking} was handed over yesterday at 13:20. I was at home all day and nobody rang. My neighbours do not have it either. Please ask them whom they gave it to.',
      brief: 'the tracking says my parcel was delivered, but I haven’t got anything. It’s {tracking}.',
    },
    {
      subject: 'Took a day off for nothing',
      text: 'I took the whole of Tuesday off work because {the} was going to be delivered between 8 and 18. Nobody came, nobody called. Order {order}, {price}, already paid of course. When will it really come?',
      brief: 'I waited at home all day for {the} and nobody came. When is it coming?',
    },
    {
      subject: 'Birthday present – order {order} late',
      text: 'I ordered {the} for my mother’s birthday, which is on {later}. The parcel ({tracking}) should have been here by now. Is there any chance that it arrives in time? If not I would rather cancel and buy something else.',
      brief: 'will my order {order} be here by {later}? It’s a birthday present.',
    },
    {
      subject: 'Order {order} still “being prepared”',
      text: 'My order {order} of {date} has been shown as “being prepared” for {days} days. Your website said that {the} was in stock. Has it been sent or not?',
      brief: 'my order {order} has been “being prepared” for {days} days. Has it been sent?',
    },
  ],
  wrong: [
    {
      subject: 'Wrong item in order {order}',
      text: 'I ordered {the}, but in the parcel there was a different one: {other}. The delivery note is mine and has the right article on it. Please send me what I ordered and tell me what to do with this one.',
      brief: 'I ordered {the} and got something else: {other}. Order {order}.',
    },
    {
      subject: 'Wrong colour',
      text: 'Order {order}: I chose {the} in dark green and received grey. Everything else is all right. Could it be exchanged?',
      brief: 'I got {the} in the wrong colour, grey instead of dark green.',
    },
    {
      subject: 'Order {order} – not what I bought',
      text: 'Opened my parcel tonight and found the {other} instead of {the}. Somebody else is probably wondering about theirs. I paid {price}, this one costs a lot less on your site.',
      brief: 'I found the {other} in my parcel instead of {the}. The order is {order}.',
    },
    {
      subject: 'Two of the same, one missing',
      text: 'I ordered one {product} and one {other} (order {order}). I received two of the second and none of the first.',
      brief: 'in my order {order} there’s one article twice and {the} is missing.',
    },
  ],
  mind: [
    {
      subject: 'Return of order {order}',
      of: 'kitchen',
      text: 'I should like to return {the} (order {order}, {date}). It is too big for our kitchen. It is unused and in its box. How does that work, and who pays for the postage?',
      brief: 'I’d like to return {the}, it’s too big. It’s unused. Order {order}.',
    },
    {
      subject: 'Withdrawal from contract',
      text: 'I hereby withdraw from the purchase of {the}, order number {order}, received a few days ago. Please confirm and refund {price} to the card I paid with.',
      brief: 'I’m withdrawing from my purchase, order {order}. Where do I send it?',
    },
    {
      subject: 'can I send it back',
      whole: true,
      text: 'hi, ordered {the} on {date} but my partner had bought one the same day :) can i send it back? still sealed',
      brief: 'can I send {the} back? We’ve got two now. It’s still sealed.',
    },
    {
      subject: 'Cancel order {order}',
      text: 'Please cancel order {order}. I found {the} cheaper elsewhere. If it has been sent already I will not accept the parcel.',
      brief: 'I want to cancel order {order}, please.',
    },
  ],
  questions: [
    {
      subject: 'Dishwasher?',
      text: 'Can {the} go in the dishwasher? The leaflet only shows a symbol that I do not know.',
      brief: 'can {the} go in the dishwasher?',
      of: 'kitchen',
      answer:
        'It can, up to 55 °C, in the upper rack. We do recommend washing it by hand now and then; it keeps its surface longer.',
    },
    {
      subject: 'Induction',
      text: 'Is {the} suitable for an induction hob? We are getting a new kitchen in spring and I do not want to buy everything twice.',
      brief: 'does {the} work on induction?',
      of: 'hob',
      answer:
        'Yes, it works on induction as well as on gas and ceramic hobs. On induction please choose a zone no larger than the base.',
    },
    {
      subject: 'Delivery to the islands',
      text: 'Do you deliver to Orkney, and what would {the} cost with postage? Your basket does not accept my postcode.',
      brief: 'do you deliver to Orkney? The website doesn’t take my postcode.',
      answer:
        'We do deliver there: postage is €14.90 and it takes five to seven working days. The basket refuses the postcode by mistake; if you tell us what you would like, we enter the order for you.',
    },
    {
      subject: 'Invoice for order {order}',
      link: true,
      text: 'I need an invoice for order {order} in the name of my company. I have only got the receipt. Can you issue one afterwards?',
      brief: 'can I get a company invoice for order {order}?',
      answer:
        'We can. The invoice needs the company’s name, address and VAT number; you can enter them under “My orders” and the PDF for {order} is there at once.',
    },
    {
      subject: 'Back in stock?',
      text: 'Do you know when {the} will be available again? It has been greyed out for two weeks.',
      brief: 'when will {the} be back in stock?',
      answer:
        'Our next delivery is due on {later}. We have put you on the list: you will get one mail when it is there, and we keep one for you for two days.',
    },
    {
      subject: 'Spare part for {product}',
      text: 'Is there a spare filter for {the}, or do I have to buy the whole thing again? I have looked everywhere on your site.',
      brief: 'can I get a spare filter for {the}?',
      of: 'filter',
      answer:
        'There is one, at €6.50. It is kept by our workshop and is not on the site; we can post it together with the fitting instructions. Just say yes.',
    },
    {
      subject: 'Guarantee',
      text: 'How long is the guarantee on {the}, and do I need the paper receipt or is the e-mail enough?',
      brief: 'how long is the guarantee on {the}?',
      answer:
        'Two years from the day of purchase. The e-mail is enough, and so is the order number alone; we find the rest.',
    },
    {
      subject: 'Gift wrapping',
      text: 'Could you wrap {the} as a gift and send it straight to my sister without the price in the parcel?',
      brief: 'can you gift-wrap {the} and send it to my sister?',
      answer:
        'With pleasure. Choose “This is a gift” in the basket: wrapping is €3.50, a card is free, and no price goes into the parcel.',
    },
    {
      subject: 'Collecting in the shop',
      text: 'If I order {the} today, can I collect it in the shop tomorrow after work? Until when are you there?',
      brief: 'can I collect {the} in the shop tomorrow?',
      answer:
        'Yes: it is ready two hours after you order, during the shop’s hours, and we keep it for five days. Our counter is open from Monday to Friday, 9 to 17.',
    },
    {
      subject: 'Change of address, order {order}',
      text: 'I have moved and forgot to change my address before ordering. Order {order} must not go to the old flat! Can you still change it?',
      brief: 'can you still change the delivery address of order {order}?',
      answer:
        'The parcel has not left yet, so it could still be changed: it now goes to the address in your account that you marked as new. Please check it once in the confirmation that we have just sent.',
    },
    {
      subject: 'Bramble card points',
      text: 'My purchase of {date} ({price}, order {order}) is not on my card. Can the points be added later?',
      brief: 'the points for order {order} aren’t on my card.',
      answer:
        'They can and they have been: you will see them on the card from tomorrow. The card was not linked to the order, which we have put right as well.',
    },
  ],
  others: [
    {
      subject: 'Newsletter',
      text: 'I have unsubscribed three times now and still get your newsletter. Please take me off the list for good.',
      brief: 'please take me off your newsletter, I’ve unsubscribed three times.',
      answer:
        'You were on two lists, and unsubscribing took you off one. You are now off both, and we have told the colleagues who keep them.',
    },
    {
      subject: 'Paid twice',
      text: 'My card was charged twice for order {order}: {price} on {date} and the same again a minute later. Please check.',
      brief: 'I’ve been charged twice for order {order}.',
      answer:
        'You are right: the first payment was reported as failed and went through all the same. The second one, {price}, has been sent back to your card; banks take two to five days to show it.',
    },
    {
      subject: 'Cannot sign in',
      link: true,
      text: 'The link for a new password never arrives, also not in the spam folder. I need to get at my invoices.',
      brief: 'the link for a new password never arrives.',
      answer:
        'Your account has an older address of yours. We have changed it to the one you write from and sent a new link; it works for two hours.',
    },
    {
      subject: 'Your driver',
      text: 'Your driver left {the} on the pavement in the rain and told me that stairs are not his job. I am 74. This cannot be what I paid the delivery for.',
      brief: 'your driver left my parcel on the pavement in the rain and drove off.',
      answer:
        'That is not how it should have been. Delivery to your door is what you paid for; we have returned the delivery fee and taken it up with the carrier by name and tour. If {the} got wet, tell us and we exchange it.',
    },
    {
      subject: 'Suggestion: packaging',
      text: 'My last parcel was one small article in a box the size of a suitcase, full of plastic cushions. Couldn’t you use paper?',
      brief: 'a suggestion: your boxes are far too big, and all that plastic!',
      answer:
        'Thank you, we have passed this on. From next spring our warehouse fills boxes with paper only; the sizes are being worked on too.',
    },
  ],
  praise: [
    {
      subject: 'A thank-you',
      text: 'No problem for once! I only wanted to say that the lady who advised me last week was wonderful. {The} is just right. Please pass that on.',
      brief: 'I just wanted to say thanks, {the} is just right.',
    },
    {
      subject: 'well done',
      text: 'Ordered on Monday, here on Tuesday, packed like a treasure. Keep it up.',
      brief: 'no question, just wanted to say well done, the parcel was here in a day.',
    },
  ],
  more: [
    {
      ask: 'Thank you, that helps. One more thing: can I pay on delivery?',
      answer: 'On delivery is not possible any more, but you can pay by bank transfer or by invoice within 14 days.',
    },
    {
      ask: 'OK. And does that also hold for things bought in the sale?',
      answer: 'Yes, there is no difference between the sale and the rest of the year.',
    },
    {
      ask: 'I see. How would I do that on the phone app? I cannot find the button.',
      answer:
        'In the app it stands under your name, then “Orders”, then the three dots beside the order. We know that it is well hidden.',
    },
    {
      ask: 'Great. Could you put that in writing for me with the order number? My husband does the paperwork :)',
      answer:
        'Gladly: this concerns order {order}, and what I wrote before holds for it without any further conditions.',
    },
  ],
  again: [
    {
      ask: 'I am sorry to come back to this, but it has happened again. Same thing as before.',
      answer:
        'Then it was not settled, and I am sorry. I have taken it up again myself; you get the money or a new one, whichever you prefer, without sending anything in first.',
    },
    {
      ask: 'Nothing has arrived so far. You said two days.',
      answer:
        'You are right, I did. The parcel left a day later than I was told; it is with the carrier now under {tracking} and is due tomorrow.',
    },
    {
      ask: 'That did not work, I am afraid. The link says “expired”.',
      answer:
        'Here is a new link, valid for a week this time. If it does not work either, answer this mail and I do it for you by hand.',
    },
  ],
  photo: [
    'Here are two photos, one of the whole thing and one of the spot. I hope that is enough.',
    'Photos attached. The label says batch 24-117, if that is any use.',
    'see attached, sorry for the bad light',
  ],
  chase: [
    'Any news? It has been days.',
    'I have heard nothing since. Is somebody still on this?',
    'Just asking whether the carrier has answered by now. The tracking {tracking} is unchanged.',
    'hello?? still waiting',
  ],
  sentBack: [
    'I dropped the parcel off this morning, the receipt says {tracking}.',
    'It is on its way back to you. Parcel number {tracking}.',
    'Sent. Please let me know when it has arrived.',
  ],
  thanks: [
    'Thank you very much!',
    'Perfect, thanks a lot for the quick help.',
    'Great, thanks {agent}!',
    'thx 👍',
    'Thank you, that was very kind. Have a nice weekend.',
  ],
  agent: {
    greetings: ['Dear {c:Mr|Ms} {last},', 'Hello {first},', 'Dear {first} {last},'],
    closings: ['Kind regards\n{me}\nBramble & Sons', 'Best wishes\n{me}, Bramble & Sons'],
    sorry: [
      'you had to wait longer for this answer than we promise, and I apologise for that.',
      'first of all: sorry. We said you would hear from a person sooner, and we did not keep to it.',
    ],
    askPhoto: [
      'I am sorry that {the} reached you like that. Could you send us a photo of the damage and one of the box? It is only so that we can show the carrier; we settle the rest with you at once.',
      'thank you for telling us. A photo or two of the spot would help us to decide quickly. You can simply answer this mail.',
    ],
    replacement: [
      'a new one leaves our warehouse today and should be with you in two working days (parcel {tracking}). You need not send the old one back.',
      'I have ordered a replacement for you, free of charge. The parcel number is {tracking}. Please put the damaged one in the recycling.',
    ],
    outOfStock: [
      'we would like to replace {obj}, but our warehouse has none left. I have asked the supplier for one and you hear from me as soon as I have a date, in three days at the latest.',
    ],
    shipped: ['the supplier has delivered: your replacement left today under {tracking}. Thank you for your patience.'],
    refund: [
      'I have agreed the refund of {price}. It goes back to the card or account that you paid with, within 14 days; most banks are quicker.',
      'we refund {price} in full. There is nothing more that you need to do; the money is on its way within 14 days.',
    ],
    repair: [
      'our workshop takes it on. A prepaid label is attached; from the day it arrives the repair takes up to seven working days, and you pay nothing for it.',
    ],
    repaired: ['good news from the workshop: it is repaired, tested and on its way back to you ({tracking}).'],
    checking: [
      'I have asked the carrier where parcel {tracking} is. They have until tomorrow to answer, and then I write to you again, whatever they say.',
      'that is too long, you are right. The last scan of {tracking} was in the sorting centre; I have opened an enquiry with the carrier and keep you informed.',
    ],
    strike: [
      'your parcel {tracking} is held up by the strike at our carrier. It is not lost. We are moving what we can to another carrier, and I tell you tomorrow which of the two yours is.',
    ],
    update: [
      'a short word so that you know where we are: the enquiry is still open, and I have asked again today. You hear from me at the latest in two working days.',
      'nothing new to tell yet, I am afraid, but it is not forgotten. I shall write again as soon as I have an answer.',
    ],
    found: [
      'the parcel has turned up: it had been sorted to the wrong depot. It is out for delivery tomorrow, tracking {tracking}.',
      'the carrier has found it. {tracking} is with the driver now and should reach you tomorrow before 16:00.',
    ],
    lost: [
      'the carrier has given the parcel up as lost. We refund {price}; if you would rather have {obj} again, answer this mail and I send it instead.',
    ],
    label: [
      'I am sorry about the mix-up. A return label is attached, the way back costs you nothing. As soon as the parcel is scanned we send the right one.',
      'that was our mistake in the warehouse. Please use the attached label, and tell us when you have posted it; the right article is put aside for you.',
    ],
    replaced: ['thank you, we have seen your parcel in the system. {The} left today under {tracking}.'],
    accept: [
      'of course you can. You have 14 days, and the return costs you nothing: the label is attached. We refund {price} when it is here.',
      'we confirm your withdrawal from order {order}. Please send {obj} back with the attached label; the refund follows.',
    ],
    refuse: [
      'the 14 days for returns ended some time ago, so I cannot take it back for a refund. What I can offer is an exchange in the shop or a voucher of 10 EUR.',
    ],
    refunded: ['your return has arrived, thank you. The refund of {price} has been released today.'],
    noReply: [
      'as I have not heard from you I take it that this is settled. If it is not, just answer this mail and it is open again.',
    ],
    toChase: [
      'you are right to ask. The carrier has not answered yet; I have just called them and they promised me an answer today.',
      'somebody is on it, and it is me. As soon as I know more than you do, you will read it here.',
    ],
  },
  acknowledgement: {
    subject: 'We have your message',
    text: 'Thank you for writing to Bramble & Sons. A person answers you by {due} at the latest. You need not do anything; to add something, simply answer this mail.',
  },
  away: {
    subject: 'Out of office: {subject}',
    text: 'I am out of the office until {later} and read mail only now and then. For urgent matters please call my colleagues.',
  },
  spam: [
    {
      subject: 'Your website is losing 74% of its visitors',
      text: 'Hi dear owner, I was looking at your website and found many SEO errors. We can bring you to first page of search in 10 days, guaranteed. Shall I send price list?',
    },
    {
      subject: 'RE: RE: invoice overdue',
      text: 'Kindly find attached the overdue invoice and proceed with payment today to avoid legal steps. Open the attached file and enable editing.',
    },
    {
      subject: 'Business proposal',
      text: 'We are leading manufacturer of bamboo household product with best price. MOQ only 5000 pcs. Waiting your reply my friend.',
    },
  ],
}
