import type { findings as master } from '../en/findings.ts'

export const findings: Readonly<Record<keyof typeof master, string>> = {
  'says.uncovered-case.some':
    'لا يتعهَّد {clause} بشيء في هذه الحالة: {cases}{more, plural, =-1 {؛ أو حالات أخرى} =0 {} zero {} one {؛ أو نوع آخر من الحالات} two {؛ أو نوعان آخران من الحالات} few {؛ أو # أنواع أخرى من الحالات} many {؛ أو # نوعًا آخر من الحالات} other {؛ أو # نوع آخر من الحالات}}. لا يشملها أي سطر. أضف سطرًا لها، أو سطرًا أخيرًا بلا شروط، أو أخرجها من النطاق عبر «when».',
  'says.uncovered-case.never':
    'لا يتعهَّد {clause} بشيء لأي طلب: لا ينطبق أي سطر على حالة من نطاقه. قارن أسطره بـ «when».',
  'says.uncovered-unknown':
    'لا يتعهَّد {clause} بشيء في هذه الحالة: {cases}{more, plural, =-1 {؛ أو حالات أخرى} =0 {} zero {} one {؛ أو نوع آخر من الحالات} two {؛ أو نوعان آخران من الحالات} few {؛ أو # أنواع أخرى من الحالات} many {؛ أو # نوعًا آخر من الحالات} other {؛ أو # نوع آخر من الحالات}}. لا يشملها أي سطر. البيان الذي لم يُملأ لا يطابق إلا «-» والخانة الفارغة و«unknown»: أضف سطرًا أخيرًا بلا شروط، أو سطرًا لـ «unknown».',
  'says.uncovered-remedy.some':
    'لا يعرض {clause} شيئًا في هذه الحالة: {cases}{more, plural, =-1 {؛ أو حالات أخرى} =0 {} zero {} one {؛ أو نوع آخر من الحالات} two {؛ أو نوعان آخران من الحالات} few {؛ أو # أنواع أخرى من الحالات} many {؛ أو # نوعًا آخر من الحالات} other {؛ أو # نوع آخر من الحالات}}. لا يشملها أي سطر. أضف سطرًا لها، أو سطرًا أخيرًا بلا شروط، أو أخرجها من النطاق عبر «when».',
  'says.uncovered-remedy.never':
    'لا يعرض {clause} شيئًا لأي طلب: لا ينطبق أي سطر على حالة من نطاقه. قارن أسطره بـ «when».',
  'says.empty-scope': 'لا يقع أي طلب أبدًا ضمن «when» في {clause}، فلا يُطبَّق هذا البند أبدًا. أصلح الشرط أو أزل البند.',
  'says.overlapping-rows':
    'ينطبق السطر {row, number} من {clause} ({gives}) على طلبات {count, plural, zero {ينطبق عليها أيضًا السطر {rows}} one {ينطبق عليها أيضًا السطر {rows}} two {ينطبق عليها أيضًا السطران {rows}} few {تنطبق عليها أيضًا الأسطر {rows}} many {تنطبق عليها أيضًا الأسطر {rows}} other {تنطبق عليها أيضًا الأسطر {rows}}}، ومع «hit: unique» لا ينال مثل هذا الطلب شيئًا. اجعل الشروط يستبعد بعضها بعضًا، أو اكتب «hit: first».',
  'says.unreachable-row.never':
    'السطر {row, number} من {clause} ({gives}) لا يُبلغ أبدًا: لا يستوفي شروطه أي طلب ضمن النطاق. أصلحها أو أزل السطر.',
  'says.unreachable-row.taken':
    'السطر {row, number} من {clause} ({gives}) لا يُبلغ أبدًا: كل طلب يستوفي شروطه {count, plural, zero {يأخذه قبله السطر {rows}} one {يأخذه قبله السطر {rows}} two {يأخذه قبله السطران {rows}} few {تأخذه قبله الأسطر {rows}} many {تأخذه قبله الأسطر {rows}} other {تأخذه قبله الأسطر {rows}}}. انقله إلى أعلى، أو أزله.',
  'says.duplicate-row': 'للسطر {row, number} من {clause} ({gives}) شروط السطر {earlier, number} نفسها. أزل أحدهما.',
  'says.row-changes-nothing':
    'السطر {row, number} من {clause} ({gives}) لا يغيّر شيئًا: من دونه تنال الطلبات نفسها الشيء نفسه {count, plural, zero {من السطر {rows}} one {من السطر {rows}} two {من السطرين {rows}} few {من الأسطر {rows}} many {من الأسطر {rows}} other {من الأسطر {rows}}}. أزله، أو أصلح ما يعطيه.',
  'says.table-too-large':
    'في جدول {clause} حالات مختلفة أكثر من أن تُفحص واحدة واحدة ({columns, plural, zero {لا أعمدة} one {عمود واحد} two {عمودان} few {# أعمدة} many {# عمودًا} other {# عمود}}، {rows, plural, zero {لا أسطر} one {سطر واحد} two {سطران} few {# أسطر} many {# سطرًا} other {# سطر}}). قسّمه إلى بنود، لكل منها «when» خاص به.',
  'says.calendar-never-opens':
    'التقويم «{calendar}» لا يفتح أبدًا بدءًا من {date}، فلا يحين موعد أي تعهُّد يُحسب به. اكتب ساعاته تحت «open».',
  'says.closed-longer-than-target.late':
    'التقويم «{calendar}» مغلق {dates, plural, zero {# يوم} one {يومًا واحدًا} two {يومين متتاليين} few {# أيام متتالية} many {# يومًا متتاليًا} other {# يوم متتالٍ}}، من {first} إلى {last}، بينما يتعهَّد {clause} بـ {target}: ما يبدأ {starts} يحين موعده {due} ({zone}). افتح في بعض هذه الأيام، أو أخبر العملاء بالإغلاق.',
  'says.closed-longer-than-target.never':
    'التقويم «{calendar}» مغلق {dates, plural, zero {# يوم} one {يومًا واحدًا} two {يومين متتاليين} few {# أيام متتالية} many {# يومًا متتاليًا} other {# يوم متتالٍ}}، من {first} إلى {last}، بينما يتعهَّد {clause} بـ {target}: ما يبدأ {starts} لا يحين موعده أبدًا ({zone}). افتح في بعض هذه الأيام، أو أخبر العملاء بالإغلاق.',
  'says.holidays-run-out.past':
    'انتهت العطل المعروفة في «{calendar}» بتاريخ {date}: المواعيد بعده معلَّمة بأنها غير مؤكدة. أضف العطل التالية وأخّر «holidays until».',
  'says.holidays-run-out.today':
    'تنتهي العطل المعروفة في «{calendar}» اليوم: المواعيد بعده معلَّمة بأنها غير مؤكدة. أضف العطل التالية وأخّر «holidays until».',
  'says.holidays-run-out.soon':
    'تنتهي العطل المعروفة في «{calendar}» بتاريخ {date}، {days, plural, zero {اليوم} one {بعد يوم واحد} two {بعد يومين} few {بعد # أيام} many {بعد # يومًا} other {بعد # يوم}}: المواعيد بعده معلَّمة بأنها غير مؤكدة. أضف العطل التالية وأخّر «holidays until».',
  'says.holidays-without-end':
    'في «{calendar}» أيام إغلاق بلا «holidays until»: بعد آخرها، {date}، يُعدّ كل يوم عاديًا. اكتب حتى متى أيام الإغلاق معروفة.',
  'says.text-missing.languages':
    'لا نص ({part}) {count, plural, zero {باللغة} one {باللغة} two {باللغتين} few {باللغات} many {باللغات} other {باللغات}}: {languages}. {count, plural, zero {قرّاء هذه اللغة} one {قرّاء هذه اللغة} two {قرّاء هاتين اللغتين} few {قرّاء هذه اللغات} many {قرّاء هذه اللغات} other {قرّاء هذه اللغات}} سيرونه بلغة أخرى.',
  'says.text-missing.values': 'للبيان «{fact}» نصوص لبعض قيمه، ولا نص لهذه: {values}.',
  'says.text-missing.silent':
    'البند {clause} للجميع وليس فيه «says»، فلا كلام عنه في الصفحة العامة. اكتبه، أو اجعل البند للموظفين.',
  'says.master-text-missing':
    'لا نص ({part}) بلغة الميثاق الأولى، التي تُصنع منها نصوص اللغات الأخرى: {language}. اكتبه.',
  'says.target-not-told':
    "النص ({part}) يذكر '{target}' بلغة ({language}) ولا يذكره بأخرى ({languages})، فلا يعرف القرّاء هناك الوقت. ضع '{target}' حيث يكون الوقت.",
  'says.given-up-conflict.start':
    'يُسقط الحدث «{event}» الحسابَ في {clause}، وهو نفسه الحدث الذي يبدأ به، فلا يمكن الوفاء به أبدًا. سمِّ حدثًا آخر تحت «given up».',
  'says.given-up-conflict.end': 'عند الحدث «{event}» يوفى بالحساب في {clause} ويُسقط معًا. سمِّ حدثًا آخر تحت «given up».',
  'says.target-of-nothing':
    'السطر {row, number} من {clause} ({gives}) لا يَعِد بأي وقت: يحين موعده لحظة بدء الحساب، ولا أحد يستطيع الوفاء به. اكتب مدة يمكن الوفاء بها.',
  'says.steps-out-of-order':
    'الخطوة {step, number} من {clause} ({at}) تُنفَّذ قبل الخطوة {earlier, number} ({before}) وهي مكتوبة بعدها. اكتب الخطوات بترتيب تنفيذها.',
  'says.unused-part.part': 'لا شيء في الميثاق يستعمل هذا: {part}. استعمله أو أزله.',
  'says.unused-part.remedy':
    'ليس للبند {clause} شروط، ولا يسمّيه أي تعهُّد تحت «if broken»، فيظهر بجانب كل طلب. سمِّه هناك، أو ضع له شروطًا.',
  'says.higher-tier-slower':
    'الصف {row, number} من {clause} ({gives}) يخدم {fact} {higher} متأخرًا عن خدمة الصف {by, number} للقيمة {lower} ({sooner})، وكل ما عدا ذلك سواء. قارن بينهما، أو اذكر السبب في «because».',
  'says.promises-disagree':
    '{clause} يعد بـ {gives} و{other} يعد بـ {otherwise} للأمر نفسه، وقد يقرأ العملاء كليهما. افصل بينهما بـ «when»، أو أبقِ واحدًا.',
  'says.promise-looser-than-law.late':
    'السطر {row, number} من {clause} ({gives}) يمنح وقتًا أطول من سطر القانون {law} ({allows}): ما يبدأ {starts} يحين موعده {due}، وتنتهي مهلة القانون {limit} ({zone}). عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-looser-than-law.longer':
    'السطر {row, number} من {clause} ({gives}) يمنح وقتًا أطول من سطر القانون {law} ({allows}). عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-looser-than-law.fewer':
    'السطر {row, number} من {clause} ({gives}) يُقاس على {promised, number}% من الحالات، وسطر القانون {law} ({allows}) يطلب {wanted, number}%. عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-perhaps-looser-than-law.late':
    'السطر {row, number} من {clause} ({gives}) يمنح وقتًا أطول من سطر القانون {law} ({allows}): ما يبدأ {starts} يحين موعده {due}، وتنتهي مهلة القانون {limit} ({zone}). قُرئ الرقم في مصدر ثانوي، ولذلك لا يمنع هذا النشر. عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-perhaps-looser-than-law.longer':
    'السطر {row, number} من {clause} ({gives}) يمنح وقتًا أطول من سطر القانون {law} ({allows}). قُرئ الرقم في مصدر ثانوي، ولذلك لا يمنع هذا النشر. عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.promise-perhaps-looser-than-law.fewer':
    'السطر {row, number} من {clause} ({gives}) يُقاس على {promised, number}% من الحالات، وسطر القانون {law} ({allows}) يطلب {wanted, number}%. قُرئ الرقم في مصدر ثانوي، ولذلك لا يمنع هذا النشر. عِد بوقت أقصر، أو أوقِف السطر تحت «law» مع ذكر سبب عدم سريانه.',
  'says.remedy-without-authority':
    'الصف {row, number} من {clause} ({gives}) يتيح «{remedy}»، ولا يحق لأي منصب منحه، فلن يستطيع أحد إعطاءه أبدًا. أضفه إلى «may» في بند صلاحية، أو أزله.',
  'says.escalation-goes-back.got':
    'الخطوة {step, number} من {clause} تسلّم التذكرة إلى {position}، وقد تسلّمها في الخطوة {earlier, number} من قبل: إنها تدور في حلقة. سلّمها إلى غيره، أو أخبره فقط.',
  'says.escalation-goes-back.round':
    'الخطوة {step, number} من {clause} تعيد التذكرة إلى {position}، وقد علم بها من الخطوة {earlier, number} من {other}، بعد أن تسلّمها {through}: إنها تدور في حلقة. سلّمها إلى غيره، أو أخبره فقط.',
  'says.promise-tighter-than-agreements':
    'الصف {row, number} من {clause} ({gives}) أضيق مما اتُّفق عليه تحته: ما يبدأ {starts} {count, plural, zero {يُنجَز حسب {agreements}} one {يُنجِز {agreements} جزأه منه} two {يُنجِز {agreements} جزأيهما منه واحدًا بعد الآخر} few {تُنجِز {agreements} أجزاءها منه واحدًا بعد الآخر} many {تُنجِز {agreements} أجزاءها منه واحدًا بعد الآخر} other {تُنجِز {agreements} أجزاءها منه واحدًا بعد الآخر}} في {ends}، وموعده يحين {due} ({zone}). تعهَّد بوقت أطول، أو اتفق على وقت أقصر.',
  'says.step-in-other-calendar':
    'الخطوة {step, number} من {clause} ({at}) تُحسب بالتقويم «{calendar}»، أما {promise} فبالتقويم «{own}»: خطوة تُنفَّذ بالتقويم «{own}» {would} لا تُنفَّذ إلا {acts} ({zone}). احسبها بالتقويم «{own}».',
  'says.position-unheld.step':
    'الخطوة {step, number} من {clause} تذهب إلى {position}، ولا أحد يشغل هذا المنصب: فلن تصل إلى أحد. أسند المنصب إلى أحد، أو سمِّ غيره.',
  'says.position-unheld.authority':
    '{clause} يقول ما يحق لـ {position} منحه، ولا أحد يشغل هذا المنصب. أسنده إلى أحد، أو أزل البند.',
  'says.lower-position-may-more':
    'الصف {row, number} من {clause} ({gives}) يتيح لـ {position} منح «{remedy}» أكثر مما يتيح {other} ({otherwise}) لـ {higher} الذي يعلوه. ارفع هذا أو اخفض ذاك؛ تُكتب المناصب من الأدنى إلى الأعلى.',
  'says.remedy-beyond-authority.most':
    'الصف {row, number} من {clause} ({gives}) يعطي من «{remedy}» أكثر مما يحق لأي أحد منحه، وإن سُئل: الأقصى هو {most} ({position}، حسب {other}). اخفض «up to»، أو قيّده بشرط، أو اسمح لمنصب بمنح أكثر.',
  'says.remedy-beyond-authority.nobody':
    'الصف {row, number} من {clause} ({gives}) يعطي «{remedy}»، ولتذكرة كهذه لا يحق لأي منصب منح شيء منه. أصلح شروط الصلاحية، أو شروط الصف.',
  'says.objective-without-procedure':
    'لا إجراء يخدم {clause}: لا شيء يقول كيف يُبلَغ. اكتب «objective: {clause}» في إجراء، أو أضف إجراءً.',
  'says.procedure-without-standard': 'لا شيء يقيس {clause}. اذكر تحت «standards» الوعود التي يُقاس بها.',
  'says.value-without-evidence': '{clause} معلنة ولا شيء يُظهرها. اذكر تحت «shown by» البنود التي يراها العملاء فيها.',
  'says.clause-unattended.owner':
    '{count, plural, zero {لا أحد مسؤول عن {clauses}. حدّد «owner»، أو مسؤولًا عن الميثاق كله تحت «people».} one {لا أحد مسؤول عن {clauses}. حدّد «owner» له، أو مسؤولًا عن الميثاق كله تحت «people».} two {لا أحد مسؤول عن {clauses}. حدّد «owner» لكل منهما، أو مسؤولًا عن الميثاق كله تحت «people».} few {لا أحد مسؤول عن {clauses}. حدّد «owner» لكل منها، أو مسؤولًا عن الميثاق كله تحت «people».} many {لا أحد مسؤول عن {clauses}. حدّد «owner» لكل منها، أو مسؤولًا عن الميثاق كله تحت «people».} other {لا أحد مسؤول عن {clauses}. حدّد «owner» لكل منها، أو مسؤولًا عن الميثاق كله تحت «people».}}',
  'says.clause-unattended.objective':
    '{count, plural, zero {لا يخدم {clauses} أي هدف. اكتب «objective».} one {لا يخدم {clauses} أي هدف. اكتب فيه «objective».} two {لا يخدم {clauses} أي هدف. اكتب «objective» في كل منهما.} few {لا تخدم {clauses} أي هدف. اكتب «objective» في كل منها.} many {لا تخدم {clauses} أي هدف. اكتب «objective» في كل منها.} other {لا تخدم {clauses} أي هدف. اكتب «objective» في كل منها.}}',
  'says.clause-unattended.review':
    "لا موعد لمراجعة {count, plural, zero {{clauses}} one {{clauses}} two {{clauses}} few {{clauses}} many {{clauses}} other {{clauses}}}. اكتب «review» فيها، أو «review: '{' every: 12 months '}'» للميثاق كله.",
  'says.promise-incomplete':
    '{clause} معلن ومكتمل في {there, number} من {all, number}: لا يذكر {missing}. اكتبها في الوعد؛ ويجوز أن يُكتب «contact» و«complaints» مرة واحدة للميثاق كله.',
  'says.vague-words': 'في {part} تقول {language}: «{words}»، وقد يعني ذلك ساعة أو أسبوعًا. اذكر الزمن، أو ما يُفعل.',
  'says.number-in-text':
    "في {part} كُتب الرقم {number} باليد ({language}): حين تتغير القاعدة لا تتغير الكلمات. ضعه في الجدول، وضع '{target}' في النص.",

  'findings.part.title': 'العنوان',
  'findings.part.fact': 'البيان «{name}»',
  'findings.part.value': 'القيمة «{name}» من «{of}»',
  'findings.part.event': 'الحدث «{name}»',
  'findings.part.calendar': 'التقويم «{name}»',
  'findings.part.position': 'المنصب «{name}»',
  'findings.part.says': '«says» في {name}',
  'findings.part.because': '«because» في {name}',
  'findings.part.text': '«{name}» في {of}',
}
