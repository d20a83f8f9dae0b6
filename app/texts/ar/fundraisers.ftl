# Fundraisers: money that a campaign asks for, what was promised, and what became of it.

fundraisers-title = حملات جمع المال
fundraisers-description = لأي غرض تطلب { $campaign } المال، وكم اجتمع منه، وأين ذهب.
fundraisers-lead = ما تطلب { $campaign } المال من أجله.
fundraisers-none = لا توجد حملات لجمع المال.
fundraisers-all = كل حملات جمع المال
fundraisers-fundraiser = حملة جمع المال

fundraisers-state-pledged = { $sum } من { $goal }، { PLURAL($n) ->
    [zero] ولم يتعهّد أحد بعد
    [one] تعهّد بها شخص واحد
    [two] تعهّد بها شخصان
    [few] تعهّد بها { $n } أشخاص
    [many] تعهّد بها { $n } شخصًا
   *[other] تعهّد بها { $n } شخص
}، والمهلة حتى { $ends }.
fundraisers-state-undecided = { $n ->
    [zero] لم يتعهّد أحد بشيء من { $goal } حين انتهت في { $ends }. يجري حسم ما يلي.
    [one] تعهّد شخص واحد بمبلغ { $sum } من { $goal } حين انتهت في { $ends }. يجري حسم ما يلي.
    [two] تعهّد شخصان بمبلغ { $sum } من { $goal } حين انتهت في { $ends }. يجري حسم ما يلي.
    [few] تعهّد { $n } أشخاص بمبلغ { $sum } من { $goal } حين انتهت في { $ends }. يجري حسم ما يلي.
    [many] تعهّد { $n } شخصًا بمبلغ { $sum } من { $goal } حين انتهت في { $ends }. يجري حسم ما يلي.
   *[other] تعهّد { $n } شخص بمبلغ { $sum } من { $goal } حين انتهت في { $ends }. يجري حسم ما يلي.
}
fundraisers-state-given = { $sum } من { $goal }، { PLURAL($n) ->
    [zero] ولم يتبرّع أحد بعد
    [one] تبرّع بها شخص واحد
    [two] تبرّع بها شخصان
    [few] تبرّع بها { $n } أشخاص
    [many] تبرّع بها { $n } شخصًا
   *[other] تبرّع بها { $n } شخص
}، والمهلة حتى { $ends }.
fundraisers-state-paid = { $sum } من { $goal }، { PLURAL($n) ->
    [zero] ولم يدفع أحد
    [one] دفعها شخص واحد
    [two] دفعها شخصان
    [few] دفعها { $n } أشخاص
    [many] دفعها { $n } شخصًا
   *[other] دفعها { $n } شخص
}.
fundraisers-state-ended = عند انتهائها في { $ends } كان مجموع التعهّدات { $sum } من { $goal }.
fundraisers-as-of = كما هي الحال في { $moment }.
fundraisers-outcome-missed = لم يتحقّق الهدف. لم يُخصم شيء من أحد.
fundraisers-outcome-over = انتهت حملة جمع المال هذه.
fundraisers-outcome-charging = كان الهدف متحقّقًا عند الانتهاء، بمبلغ { $with }. يجري خصم التعهّدات، وما زال يُنتظر وصول { $open }.
fundraisers-outcome-met = تحقّق الهدف، ووصل مبلغ { $paid }.
fundraisers-outcome-short = عند الانتهاء كان مجموع التعهّدات { $with }. لم يمكن خصمها كلّها، فوصل { $paid }، وهو أقل من الهدف البالغ { $goal }.
fundraisers-outcome-given-back = عند الانتهاء كان مجموع التعهّدات { $with }. لم يمكن خصمها كلّها، ووصل أقل من الهدف البالغ { $goal }. وكما وُعد، يُردّ إلى الجميع ما دفعوه.

fundraisers-items = ما يُدفع ثمنه
fundraisers-item-price = { $count }، وسعر كل منها { $price }
fundraisers-item-state = غُطّي ثمن { $n } من { $count }
fundraisers-item-number = { $item } ({ $n } من { $count })
fundraisers-promise = ما نعد به
fundraisers-promise-all-spend = لا يُخصم شيء من أحد ما لم تبلغ التعهّدات { $goal } عند الانتهاء. وإذا رُفضت بطاقة حينها فلمن أعطاها { PLURAL($days) ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} ليدفع بطريقة أخرى. وإذا وصل مع ذلك أقل من الهدف أُنفق ما وصل كما يُذكر أدناه.
fundraisers-promise-all-give-back = لا يُخصم شيء من أحد ما لم تبلغ التعهّدات { $goal } عند الانتهاء. وإذا رُفضت بطاقة حينها فلمن أعطاها { PLURAL($days) ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} ليدفع بطريقة أخرى. وإذا وصل مع ذلك أقل من الهدف رُدّ إلى الجميع ما دفعوه.
fundraisers-promise-keep = يُخصم كل تبرّع فورًا، سواء اجتمع { $goal } أم لم يجتمع.

fundraisers-pledge = قدّم تعهّدًا
fundraisers-give = تبرّع
fundraisers-amount = المبلغ
fundraisers-other = مبلغ آخر
fundraisers-other-label = مبلغ آخر، بعملة { $currency }
fundraisers-cover = أضف ما يقتطعه مزوّد الدفع ({ $percent }٪ و{ $fixed })
fundraisers-name = اسمك
fundraisers-name-hint = للإيصال. لا يظهر إلا إذا قلت ذلك أدناه.
fundraisers-email = بريدك الإلكتروني
fundraisers-email-hint = للإيصال، ولإخبارك كيف ينتهي الأمر.
fundraisers-more = باسم منظمة، في ذكرى شخص، بضع كلمات
fundraisers-organisation = باسم منظمة
fundraisers-memory = في ذكرى
fundraisers-words = بضع كلمات ليقرأها الجميع
fundraisers-words-hint = تظهر في هذه الصفحة، حتى حين لا يظهر اسمك.
fundraisers-named = أظهروا اسمي
fundraisers-show-amount = أظهروا المبلغ
fundraisers-send = تابع إلى الدفع
fundraisers-form-words = تُطلب منك بطاقة في صفحة مزوّد الدفع نفسه. نحن لا نراها أبدًا.
fundraisers-mistakes = { PLURAL($n) ->
    [zero] لا حقول تحتاج إلى تغيير
    [one] حقل واحد يحتاج إلى تغيير
    [two] حقلان يحتاجان إلى تغيير
    [few] { $n } حقول تحتاج إلى تغيير
    [many] { $n } حقلًا تحتاج إلى تغيير
   *[other] { $n } حقل تحتاج إلى تغيير
}
fundraisers-too-many = الكثير دفعة واحدة
fundraisers-too-many-words = وصلت من شبكتك تعهّدات أكثر مما ينبغي. حاول مرة أخرى بعد { PLURAL($seconds) ->
    [one] ثانية
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
   *[other] { $seconds } ثانية
}. ما كتبته ما زال هنا.
fundraisers-shut-ended = انتهت حملة جمع المال هذه.
fundraisers-shut-closed = لا يمكن لأحد أن يتبرّع هنا في الوقت الحالي.
fundraisers-shut-no-provider = لم يحدّد المنظّمون بعد كيف يُستلم المال.
fundraisers-shut-stopped = رُفضت خلال ساعة بطاقات أكثر مما ينبغي، فلا تُقبل مدفوعات لبعض الوقت. عُد لاحقًا.
fundraisers-elsewhere = يُستلم المال لهذا الغرض في موقع آخر، وهو يخبرك بمصير بياناتك.
fundraisers-elsewhere-link = تبرّع في الموقع الآخر

fundraisers-givers = من تبرّع
fundraisers-givers-none = لا أحد بعد.
fundraisers-anonymous = أحدهم
fundraisers-name-of = { $name } باسم { $organisation }
fundraisers-in-memory = في ذكرى { $memory }
fundraisers-unlisted = { PLURAL($n) ->
    [zero] ولا أحد غيرهم.
    [one] وشخص واحد لا يظهر في القائمة.
    [two] وشخصان لا يظهران في القائمة.
    [few] و{ $n } أشخاص لا يظهرون في القائمة.
    [many] و{ $n } شخصًا لا يظهرون في القائمة.
   *[other] و{ $n } شخص لا يظهرون في القائمة.
}
fundraisers-went = أين ذهب المال
fundraisers-went-given = ما وصل
fundraisers-went-fees = ما اقتطعه مزوّد الدفع
fundraisers-went-refunded = ما رُدّ
fundraisers-went-disputed = ما استردّته المصارف
fundraisers-went-provider = ما زال لدى مزوّد الدفع
fundraisers-went-bank = في المصرف
fundraisers-invoices = الفواتير
fundraisers-invoice-file = الفاتورة (PDF)

fundraisers-onward-title = إلى الدفع
fundraisers-onward-sets-up = تتعهّد بمبلغ { $amount }. في الصفحة التالية تعطي بطاقة. لا يُخصم شيء الآن.
fundraisers-onward-pays = تتبرّع بمبلغ { $amount }. في الصفحة التالية تدفع بالبطاقة.
fundraisers-onward-words = الصفحة التالية يديرها { $host }. وبطاقتك تبقى هناك.
fundraisers-onward-link = إلى صفحة الدفع
fundraisers-onward-back = ليس الآن
fundraisers-inbox-title = افحص بريدك
fundraisers-inbox-lead = أرسلنا إليك رابطًا. ومنه تتابع إلى الدفع.
fundraisers-inbox-words = يجرّب كثيرون في الوقت الحالي بطاقات ليست لهم. لذلك نطلب من كل من يتبرّع لـ«{ $fundraiser }» المتابعة بالبريد.
fundraisers-gone-title = هذا الرابط لا يؤدي إلى شيء
fundraisers-gone-words = ليس كاملًا، أو حُذف ما كان يؤدي إليه.

fundraisers-own-begun-title = لم يُدفع بعد
fundraisers-own-pledged-title = تعهّدك
fundraisers-own-declined-title = رُفضت بطاقتك
fundraisers-own-paid-title = شكرًا لك
fundraisers-own-over-title = انتهى تعهّدك
fundraisers-own-refunded-title = رُدّ المبلغ
fundraisers-own-begun = لم تعطِ بعد طريقة لدفع { $amount }، فلا تعهّد حتى الآن.
fundraisers-own-begun-asked = انتهت حملة جمع المال هذه. يُسأل مزوّد الدفع هل أعطيت قبل ذلك طريقة لدفع { $amount }.
fundraisers-own-begun-late = لم يُتعهّد بشيء قبل انتهاء حملة جمع المال هذه.
fundraisers-own-begun-late-keep = لم يُتبرَّع بشيء قبل انتهاء حملة جمع المال هذه.
fundraisers-own-on-its-way = دفعتك البالغة { $amount } في الطريق. بعض البنوك يحتاج إلى أيّام؛ وحين تصل يأتيك إيصال بالبريد.
fundraisers-own-not-arrived = لم تصل دفعتك البالغة { $amount }: لم يرسلها مصرفك. لم يُعطَ شيء.
fundraisers-own-pledged = تتعهّد بمبلغ { $amount }. لا يُخصم إلا إذا بلغت التعهّدات { $goal } بحلول { $ends }.
fundraisers-own-undecided = تتعهّد بمبلغ { $amount }. انتهت في { $ends }، ويجري حسم ما إذا بلغت التعهّدات { $goal } حتى ذلك الحين.
fundraisers-own-charging = تحقّق الهدف، ويجري خصم { $amount } منك.
fundraisers-own-declined = تحقّق الهدف، لكن بطاقتك رُفضت عند خصم { $amount }. يمكنك الدفع بطريقة أخرى حتى { $until }.
fundraisers-own-paid = تبرّعت بمبلغ { $amount }. شكرًا لك!
fundraisers-own-returned = تبرّعت بمبلغ { $amount }، ورُدّ منه إليك { $returned }. شكرًا لك!
fundraisers-own-lapsed = رُفضت بطاقتك، وانتهت مهلة الدفع بطريقة أخرى. لم يُخصم منك شيء.
fundraisers-own-lapsed-refused = لم يمكن خصم تعهّدك، ولم يكن ذلك ذنب بطاقتك، وقد سقط. إن ظهرت دفعة في كشف بطاقتك رغم ذلك فاكتب إلى المنظّمين.
fundraisers-own-released = لم يُخصم منك شيء، ولن يُخصم.
fundraisers-own-cancelled = سحبت هذا التعهّد. لم يُخصم منك شيء، ولن يُخصم.
fundraisers-own-transfer-cancelled = ألغيت هذا التحويل. إن وصل المال مع ذلك فالمنظمون يقررون ما يُفعل به.
fundraisers-own-transfer-gone = لم يعد المنظّمون يذكرون حسابًا، فلا تحوّل ما أعلنته. وإن كنت قد حوّلته فأخبرهم.
fundraisers-own-refunding = يجري ردّ { $amount } إليك.
fundraisers-own-refunded = رُدّ إليك { $amount }. تحتاج المصارف إلى بضعة أيام لإظهار ذلك.
fundraisers-own-disputed = استردّ مصرفك { $amount }.
fundraisers-own-looking = نسأل مزوّد الدفع كيف جرى الأمر. يستغرق ذلك بضع ثوانٍ.
fundraisers-own-look = انظر مرة أخرى
fundraisers-own-pay = تابع إلى الدفع
fundraisers-own-item = تبرّعك يقابل
fundraisers-of-it-fees = منه { $fees } لتغطية ما يقتطعه مزوّد الدفع.
fundraisers-receipt = الإيصال
fundraisers-own-shown = ما يمكن للجميع أن يروه
fundraisers-own-save = احفظ
fundraisers-own-cancel = سحب التعهّد
fundraisers-own-cancel-words = لا يُخصم منك شيء، ولا يُحسب بعد ذلك ضمن الهدف.
fundraisers-own-transfer-cancel = إلغاء التحويل
fundraisers-own-transfer-cancel-words = إن لم تحوّله بعد. فلا ينتظره أحد عندئذ.
fundraisers-own-transfer-cancel-button = ألغه
fundraisers-own-cancel-button = اسحبه
fundraisers-done-shown = حُفظ.
fundraisers-done-too-late = لم يعد ذلك ممكنًا. أدناه ترى كيف هو الآن.
fundraisers-done-no-answer = لا يجيب مزوّد الدفع في الوقت الحالي. لم يُخصم شيء. حاول مرة أخرى بعد دقيقة.
fundraisers-done-too-often = بُدئ هذا مرات أكثر مما ينبغي. قدّم تعهّدًا جديدًا، أو اكتب إلى المنظّمين.

fundraisers-fault-missing = هذا مطلوب.
fundraisers-fault-too-long = { $most } من الأحرف على الأكثر.
fundraisers-fault-unprintable = فيه رموز لا يمكن عرضها.
fundraisers-fault-link = اكتبه بلا رابط.
fundraisers-fault-email = اكتبه مثل name@example.org.
fundraisers-fault-amount = اكتب مبلغًا بالأرقام، مثل 25.
fundraisers-fault-too-much = هذا أكثر مما يمكن عدّه: الحد الأقصى { $most }.
fundraisers-fault-too-fine = فيه بعد الفاصلة أرقام أكثر مما لهذه العملة.
fundraisers-fault-too-small = الحد الأدنى { $least }.
fundraisers-fault-too-large = هذا أكثر من الهدف كله البالغ { $most }. اكتب إلى المنظّمين.
fundraisers-fault-at-once = لا يُخصم من بطاقة أكثر من { $most } دفعة واحدة. تبرّع بأقلّ، أو اكتب إلى المنظّمين.
fundraisers-fault-uneven = لا يُخصم من البطاقات إلا مضاعفات { $step }.
fundraisers-fault-day = يوم، مثل ‎2018-09-25‎.
fundraisers-fault-number-taken = لقيدٍ آخر في الدفتر هذا الرقم. إن كان هذا غيره فأضف إلى الرقم ممّن هو.
fundraisers-fault-item = اختر ما دُفع ثمنه.
fundraisers-fault-file = هذا ليس ملف PDF.
fundraisers-fault-file-too-long = حجم هذا الملف أكبر من 4 ميغابايت. اختر ملفًا أصغر.

fundraisers-practice-title = صفحة دفع للتدريب
fundraisers-practice-note = هذا تدريب: لا يُنقل مال، ولا تُطلب بطاقة.
fundraisers-practice-host = مزوّد الدفع التدريبي
fundraisers-practice-over = استُعملت هذه الصفحة من قبل.
fundraisers-practice-sets-up = لو كان المزوّد حقيقيًا لطلب هنا بطاقة، ليخصم { $amount } لاحقًا.
fundraisers-practice-pays = لو كان المزوّد حقيقيًا لطلب هنا بطاقة، وخصم { $amount }.
fundraisers-practice-works = أعطِ بطاقة صالحة
fundraisers-practice-declines = أعطِ بطاقة تُرفض لاحقًا
fundraisers-practice-leave = اخرج دون أن تدفع
fundraisers-practice-back = العودة

fundraisers-mail-practice = هذا تدريب: لا يُنقل مال.
fundraisers-mail-why = يصلك هذا البريد لأن هذا العنوان أُعطي مع تعهّد من أجل «{ $fundraiser }»، وهي من { $group }.
fundraisers-mail-own-button = اعرض تعهّدك
fundraisers-mail-organisation = أُعطي باسم { $words }.
fundraisers-mail-memory = أُعطي في ذكرى { $words }.
fundraisers-mail-item = ويقابل: { $words }.
fundraisers-mail-link-subject = تابع تقديم { $amount } من أجل { $fundraiser }
fundraisers-mail-link-opening = { $name }، يريد شخص بهذا العنوان أن يعطي { $amount } من أجل «{ $fundraiser }».
fundraisers-mail-link-ask = إن كنت أنت فتابع إلى الدفع. وإن لم تكن أنت فلا يحدث شيء.
fundraisers-mail-link-button = تابع إلى الدفع
fundraisers-mail-pledged-subject = تعهّدت بمبلغ { $amount }: { $fundraiser }
fundraisers-mail-pledged-opening = شكرًا لك يا { $name }. تعهّدت بمبلغ { $amount } من أجل «{ $fundraiser }».
fundraisers-mail-pledged-ask = لا يُخصم من بطاقتك إلا إذا بلغت التعهّدات { $goal } بحلول { $ends }. وحتى ذلك الحين يمكنك سحب التعهّد.
fundraisers-mail-receipt-subject = الإيصال { $receipt }: { $amount } من أجل { $fundraiser }
fundraisers-mail-receipt-opening = شكرًا لك يا { $name }. تبرّعت بمبلغ { $amount } في { $paid } من أجل «{ $fundraiser }». هذا هو الإيصال { $receipt }، من { $group }.
fundraisers-mail-receipt-ask = ما يُنفق عليه المال مذكور في صفحة حملة جمع المال، حتى آخر قرش.
fundraisers-mail-declined-subject = رُفضت بطاقتك: { $fundraiser }
fundraisers-mail-declined-opening = { $name }، بلغت «{ $fundraiser }» هدفها، لكن بطاقتك رُفضت عند خصم { $amount }.
fundraisers-mail-declined-ask = يمكنك الدفع بطريقة أخرى حتى { $until }. وبعد ذلك يسقط تعهّدك.
fundraisers-mail-declined-button = ادفع بطريقة أخرى
fundraisers-mail-lapsed-subject = سقط تعهّدك: { $fundraiser }
fundraisers-mail-lapsed-opening = { $name }، رُفضت بطاقتك، وانتهت مهلة دفع { $amount } من أجل «{ $fundraiser }» بطريقة أخرى.
fundraisers-mail-lapsed-refused-opening = { $name }، لم يمكن خصم تعهّدك بمبلغ { $amount } لـ«{ $fundraiser }». لم يكن ذلك ذنب بطاقتك.
fundraisers-mail-lapsed-ask = لم يُخصم منك شيء. شكرًا لك على كل حال.
fundraisers-mail-lapsed-refused-ask = سقط التعهّد، ولن يُطلب من بطاقتك شيء بعد الآن. إن ظهرت دفعة في كشفها رغم ذلك فاكتب إلينا. شكرًا لك على كل حال.
fundraisers-mail-not-arrived-subject = لم تصل دفعتك: { $fundraiser }
fundraisers-mail-not-arrived-opening = { $name }، كانت دفعتك البالغة { $amount } من أجل «{ $fundraiser }» في الطريق ولم تصل: لم يرسلها مصرفك. لم يُعطَ شيء، وليس عليك شيء.
fundraisers-mail-not-arrived-ask = إن أردت التبرّع بعد، فصفحتك تقود إلى طريقة دفع أخرى ما دامت حملة جمع المال قائمة.
fundraisers-mail-not-arrived-over = انتهت حملة جمع المال في هذه الأثناء.
fundraisers-mail-released-subject = لا يُخصم منك شيء: { $fundraiser }
fundraisers-mail-released-opening = { $name }، انتهى تعهّدك بمبلغ { $amount } من أجل «{ $fundraiser }»: لم يتحقّق هدفها، أو سُحبت.
fundraisers-mail-released-ask = لم يُخصم منك شيء، ولن يُخصم. شكرًا لك على كل حال.
fundraisers-mail-refunded-subject = رُدّ إليك { $amount }: { $fundraiser }
fundraisers-mail-refunded-opening = { $name }، رُدّ إليك ما دفعته من أجل «{ $fundraiser }»، وهو { $amount } (الإيصال { $receipt }).
fundraisers-mail-refunded-ask = تحتاج المصارف إلى بضعة أيام لإظهار ذلك.
fundraisers-mail-returned-subject = رُدّ إليك { $returned }: { $fundraiser }
fundraisers-mail-returned-opening = { $name }، من { $amount } دفعتها من أجل «{ $fundraiser }» (الإيصال { $receipt }) رُدّ إليك في المجموع { $returned }. وما بقي قائم.

fundraisers-notice-button = انظر إلى حملات جمع المال
fundraisers-notice-why = يصلك هذا البريد لأنك ترعى حملة من حملات { $group }.
fundraisers-notice-met-subject = تحقّق الهدف: { $fundraiser }
fundraisers-notice-met-opening = { $name }، انتهت «{ $fundraiser }» وقد بلغت التعهّدات { $with } من { $goal }. ويجري خصم التعهّدات الآن.
fundraisers-notice-missed-subject = لم يتحقّق الهدف: { $fundraiser }
fundraisers-notice-missed-opening = { $name }، انتهت «{ $fundraiser }» وقد بلغت التعهّدات { $with } من { $goal }. لا يُخصم شيء من أحد، ويُبلَّغ الجميع بذلك.
fundraisers-notice-over-subject = انتهت: { $fundraiser }
fundraisers-notice-over-opening = { $name }، انتهت «{ $fundraiser }» وقد بلغت التبرّعات { $with } من { $goal }.
fundraisers-notice-settled-subject = سُوّيت كل التعهّدات: { $fundraiser }
fundraisers-notice-settled-opening = { $name }، وصل { $paid } من أجل «{ $fundraiser }»، من أصل { $with } جرى التعهّد بها. لم يبق تعهّد مفتوح.
fundraisers-notice-given-back-subject = يُردّ المال إلى الجميع: { $fundraiser }
fundraisers-notice-given-back-opening = { $name }، وصل { $paid } من أجل «{ $fundraiser }»، وهو أقل من الهدف البالغ { $goal }. وكما وُعد، يجري ردّه كله.
fundraisers-notice-stopped-subject = تُرفض بطاقات أكثر مما ينبغي: { $fundraiser }
fundraisers-notice-stopped-opening = { $name }، رُفض خلال ساعة أكثر من نصف البطاقات التي جُرّبت من أجل «{ $fundraiser }»: لعل أحدًا يجرّب بطاقات مسروقة. لا تُقبل مدفوعات جديدة بالبطاقة حتى { $until }.
fundraisers-notice-declined-opening = { $name }، رُفض خلال ساعة أكثر من نصف البطاقات التي جُرّبت من أجل «{ $fundraiser }». يُخبَر أصحابها، ولهم بضعة أيّام ليدفعوا بطريقة أخرى.
fundraisers-notice-restored-subject = استُرجعت نسخة احتياطية، وهي تنتظر: { $fundraiser }
fundraisers-notice-restored-opening = { $name }، وُضعت نسخة احتياطية في مكانها، و«{ $fundraiser }» تنتظر. لا يُحسم شيء ولا يُخصم من أي بطاقة حتى ينظر فيها مالك أو أمين صندوق في المكتب ويستأنفها: من سحب تعهّده منذ أخذ النسخة يظهر فيها من جديد.
fundraisers-notice-refused-subject = المزوّد لا يخصم تعهّدات: { $fundraiser }
fundraisers-notice-refused-opening = { $name }، يرفض مزوّد الدفع خصم تعهّدات من أجل «{ $fundraiser }»، أو أن يقول هل خصمها، وليس السبب بطاقات المتبرّعين. ما يقوله مذكور على المكتب، وقد يحتاج الحساب هناك إليك. يُسأل من جديد تلقائيًا بضعة أيّام. وما لا يجيب عنه أبدًا يمكن التخلّي عنه على المكتب.

fundraisers-desk-headline = حملات جمع المال: { $campaign }
fundraisers-desk-intro = إلى أين وصلت كلّ منها. مبالغ التبرّعات ومراجعها للمالكين وأمناء الصندوق. أما البطاقات فتبقى لدى مزوّد الدفع.
fundraisers-desk-public = الصفحة العامة
fundraisers-desk-to-words = ما يقوله المتبرّعون للجميع
fundraisers-desk-none = لا توجد حملات جمع مال بعد. تُنشأ هنا، أو تُكتب في ملفّات الحملة، في fundraisers.toml.
fundraisers-desk-no-provider = لم يُضبط مزوّد دفع، فلا يمكن لأحد أن يتبرّع بعد.
fundraisers-desk-sums = التعهّدات بحسب حالتها
fundraisers-desk-restored-title = استُرجعت نسخة احتياطية
fundraisers-desk-restored = وُضعت نسخة احتياطية في مكانها في { $moment }. ما وصل إلى مزوّد الدفع منذ أخذها يُقيَّد من تلقاء نفسه. لكنّ من سحب تعهّده منذئذ يظهر هنا كما كان، ومن تعهّد بعدها غائب. لا يُحسم شيء ولا يُخصم من أي بطاقة حتى يستأنفها أحد. انظر أولًا في قائمة المزوّد وفي رسائل المتبرّعين؛ ومن سحب تعهّده يستطيع سحبه مرة أخرى في صفحته حتى ذلك الحين.
fundraisers-desk-catching-up = يُسأل مزوّد الدفع عمّا وصل منذ أخذ النسخة. حاول بعد دقيقة.
fundraisers-desk-go-on = استئنافها
fundraisers-desk-done-gone-on = تستمرّ: ما حان وقته يُحسم ويُخصم.
fundraisers-desk-doubts = ما لا يتفق مع مزوّد الدفع
fundraisers-doubt-unknown = لا يعرف المزوّد هذه الدفعة.
fundraisers-doubt-less-refunded = يقول المزوّد الآن إن ما رُدّ أقل مما قاله من قبل: لعل المصرف لم يقبله. انظر إليه هناك.
fundraisers-doubt-refused = يرفض المزوّد، أو لا يجيب، ويُسأل من جديد تلقائيًا. يقول: { $words }
fundraisers-doubt-given-up = تُرك: رفض المزوّد خصمه، أو أن يقول هل خصمه. ولا تُعرف له دفعة. وقال: { $words }
fundraisers-doubt-not-arrived = كانت الدفعة { $payment } في الطريق ولم تصل: لم يرسلها مصرفها. ويُخبَر من دفعها.
fundraisers-doubt-unanswered = لم يقل المزوّد قط ما صار بصفحته، ولا يُسأل بعد الآن. ابحث عن دفعة هناك. وقال: { $words }
fundraisers-doubt-stray = وصل مال لم يطلبه أحد: { $payment }. انظر إليه عند المزوّد وردّه من هناك.
fundraisers-column-state = الحالة
fundraisers-column-pledges = التعهّدات
fundraisers-column-reference = المرجع
fundraisers-column-when = متى
fundraisers-column-deed = ردّ المبلغ
fundraisers-pledge-begun = بُدئ
fundraisers-pledge-on-its-way = في الطريق
fundraisers-pledge-not-arrived = لم تصل
fundraisers-pledge-pledged = مُتعهَّد به
fundraisers-pledge-charging = يجري خصمه
fundraisers-pledge-declined = رُفض
fundraisers-pledge-paid = دُفع
fundraisers-pledge-returned = { $state }؛ رُدّ منه { $returned }
fundraisers-pledge-lapsed = سقط
fundraisers-pledge-released = لم يُخصم
fundraisers-pledge-cancelled = سُحب
fundraisers-pledge-refunding = يجري ردّه
fundraisers-pledge-refunded = رُدّ
fundraisers-pledge-disputed = استردّه مصرف
fundraisers-desk-refund = ردّ المبلغ
fundraisers-desk-older = تعهّدات أقدم
fundraisers-desk-pledges-table = كل التعهّدات جدولًا (CSV)
fundraisers-desk-ledger-table = الدفتر جدولًا (CSV)
fundraisers-desk-journal = الدفتر لبرنامج hledger
fundraisers-desk-payout = قيّد تحويلًا
fundraisers-desk-payout-words = ما أرسله مزوّد الدفع إلى مصرفك.
fundraisers-desk-invoice = قيّد فاتورة
fundraisers-desk-invoice-words = ما دُفع ثمنه. يراها الجميع في صفحة حملة جمع المال، مع ملفها.
fundraisers-desk-enter = قيّد
fundraisers-desk-day = اليوم
fundraisers-desk-day-hint = مثل ‎2018-09-25‎.
fundraisers-desk-reference = المرجع
fundraisers-desk-reference-hint = كما يسمّي المزوّد التحويل. والمرجع نفسه يُحسب مرة واحدة.
fundraisers-desk-item = ما دُفع ثمنه
fundraisers-desk-number = رقم الفاتورة
fundraisers-desk-number-hint = الرقم نفسه يُحسب مرة واحدة.
fundraisers-desk-what = ممن، ولأي غرض
fundraisers-desk-what-hint = يقرأ الجميع هذا.
fundraisers-desk-file = الفاتورة
fundraisers-desk-file-hint = ملف PDF بحجم 4 ميغابايت على الأكثر. يمكن للجميع قراءته: اطمس ما هو شخصي.
fundraisers-desk-done-entered = قُيّد.
fundraisers-desk-done-known = هذا في الدفتر من قبل، فلم يُقيّد شيء.
fundraisers-desk-done-refunding = يُطلب من مزوّد الدفع ردّ المبلغ.
fundraisers-desk-done-given-up = تُخلّي عنه، ويُخبَر من تعهّد به.
fundraisers-desk-being-asked = يُسأل المزوّد عنه في هذه اللحظة. انظر من جديد بعد دقيقة.
fundraisers-desk-words-headline = ما يقوله المتبرّعون: { $campaign }
fundraisers-desk-words-intro = أسماء وكلمات تظهر في صفحة حملة جمع مال. يمكنك إخفاؤها من الصفحة، ويبقى التبرّع محسوبًا كما كان.
fundraisers-desk-words-none = لم يقل أحد شيئًا بعد.
fundraisers-desk-words-hide = أخفِ من الصفحة
fundraisers-desk-words-show = أظهر من جديد
fundraisers-elsewhere-typed = كان قد اجتمع هناك { $sum } في { $day }، كما يقول المنظّمون: لا يُحسب هنا.
fundraisers-elsewhere-goal = المطلوب { $goal }، ويُجمع في موقع آخر.
fundraisers-gifts-title = تبرّعاتك
fundraisers-gifts-lead = ما وصل من هذا العنوان إلى { $group }، سنةً سنة. اطبعه أو احتفظ به كما هو.
fundraisers-gifts-none = لم يصل شيء من هذا العنوان بعد.
fundraisers-gifts-sum = في { $year }: { $sum }
fundraisers-gifts-link = كل تبرّعاتك، سنةً سنة

fundraisers-way = كيف تريد أن تتبرّع؟
fundraisers-way-card = بالبطاقة
fundraisers-way-transfer = بتحويل مصرفي
fundraisers-way-no-card = رُفضت خلال ساعة بطاقات أكثر مما ينبغي، فلا تُقبل بطاقات لبعض الوقت. يمكنك التبرّع الآن بتحويل بنكي، أو لاحقًا بالبطاقة.
fundraisers-send-transfer = أظهروا لي الحساب
fundraisers-send-either = تابع
fundraisers-form-words-transfer = تخبرك الصفحة التالية بالحساب وبمرجعك. ويصلانك بالبريد أيضًا.
fundraisers-form-words-either = بالبطاقة تتابع في صفحة مزوّد الدفع نفسه: نحن لا نراها أبدًا. وللتحويل تخبرك الصفحة التالية بالحساب وبمرجعك.
fundraisers-own-transfer = تريد أن تتبرّع بمبلغ { $amount } بتحويل مصرفي. يُحسب حين يصل، وعندها يصلك إيصال بالبريد.
fundraisers-transfer = إلى أين تحوّله
fundraisers-transfer-words = اكتب المرجع كما هو هنا تمامًا: به نعرف أن المال منك.
fundraisers-transfer-to = إلى
fundraisers-transfer-iban = رقم الحساب (IBAN)
fundraisers-transfer-bic = رمز المصرف (BIC)
fundraisers-transfer-reference = المرجع
fundraisers-transfer-code = رمز QR فيه الحساب والمبلغ والمرجع
fundraisers-transfer-code-words = تستطيع معظم تطبيقات المصارف في منطقة اليورو قراءة هذا الرمز وملء كل ذلك.
fundraisers-transfer-changed = تغيّر الحساب في { $day }، بعد أن أعلنت هذا. حين أعلنته كان { $was }. إن كنت قد حوّلت إلى ذاك فأخبر المنظّمين، مع المرجع.
fundraisers-mail-transfer-subject = كيف تحوّل { $amount }: { $fundraiser }
fundraisers-mail-transfer-opening = شكرًا لك يا { $name }. تريد أن تتبرّع بمبلغ { $amount } بتحويل مصرفي من أجل «{ $fundraiser }». يُحسب حين يصل.
fundraisers-mail-transfer-ask = حوّل { $amount } إلى { $holder }، رقم IBAN { $iban }، مع المرجع { $reference }.
fundraisers-mail-transfer-bic = رمز BIC للمصرف هو { $bic }.
fundraisers-mail-transfer-button = اعرض الحساب والمرجع

fundraisers-statements = التحويلات المصرفية وكشوف الحساب
fundraisers-statements-headline = التحويلات المصرفية: { $fundraiser }
fundraisers-announced = { PLURAL($n) ->
    [zero] لا تحويلات معلنة لم تصل بعد.
    [one] تحويل واحد معلن بمبلغ { $sum } لم يصل بعد.
    [two] تحويلان معلنان بمبلغ { $sum } لم يصلا بعد.
    [few] { $n } تحويلات معلنة بمبلغ { $sum } لم تصل بعد.
    [many] { $n } تحويلًا معلنًا بمبلغ { $sum } لم تصل بعد.
   *[other] { $n } تحويل معلن بمبلغ { $sum } لم تصل بعد.
}
fundraisers-announced-list = المعلنة التي لم تصل بعد
fundraisers-statement-upload = ارفع كشف حساب
fundraisers-statement-words = ملف من مصرفك لهذا الحساب. ما كان له مرجع تحويل معلن ومبلغه يُقيّد فورًا، وما قد يكون كذلك يُعرض عليك. ولا يُحفظ من الملف شيء آخر سوى ما تعنيه أعمدة الجدول. والملف نفسه، أو ملف يتداخل معه، لا يقيّد شيئًا مرتين.
fundraisers-statement-file = كشف الحساب
fundraisers-statement-file-hint = ملف CAMT.053 ‏(XML) أو MT940 أو جدول (CSV)، بحجم 4 ميغابايت على الأكثر.
fundraisers-statement-send = اقرأه
fundraisers-map-ask = إن كان جدولًا فاسألني من جديد عمّا تعنيه أعمدته
fundraisers-read-as-before = للجدول أعمدة جدول سابق نفسها، وقد قُرئ كما قُرئ ذاك.
fundraisers-map-words = قل ما هي أعمدة هذا الجدول، واختر الملف نفسه مرة أخرى: لم يُحفظ منه شيء.
fundraisers-map-preview = كيف يبدأ الجدول
fundraisers-map-none = لا شيء
fundraisers-map-encoding = الحروف
fundraisers-map-utf-8 = ترميز UTF-8
fundraisers-map-windows = ترميز Windows-1252 أو Latin-1
fundraisers-map-delimiter = بين الأعمدة
fundraisers-map-semicolon = فاصلة منقوطة
fundraisers-map-comma = فاصلة
fundraisers-map-tab = علامة جدولة
fundraisers-map-bar = خط عمودي
fundraisers-map-skip = الأسطر التي قبل أول قيد
fundraisers-map-day = اليوم
fundraisers-map-day-format = كيف يُكتب اليوم
fundraisers-map-dmy = يوم، شهر، سنة
fundraisers-map-mdy = شهر، يوم، سنة
fundraisers-map-ymd = سنة، شهر، يوم
fundraisers-map-amount = المبلغ
fundraisers-map-mark = هل دخل أم خرج، حين يقول ذلك عمود
fundraisers-map-credit = المبلغ الداخل، حين يكون له عمود
fundraisers-map-debit = المبلغ الخارج، حين يكون له عمود
fundraisers-map-point = قبل الكسور
fundraisers-map-point-comma = فاصلة (‎1.234,50‎)
fundraisers-map-point-dot = نقطة (‎1,234.50‎)
fundraisers-map-currency = العملة
fundraisers-map-name = اسم من دفع
fundraisers-map-iban = رقم IBAN الخاص به
fundraisers-map-text = كلمات التحويل
fundraisers-map-more-text = بقية الكلمات
fundraisers-map-reference = رقم القيد لدى المصرف
fundraisers-map-status = هل قُيّد
fundraisers-fault-mapping = اختر عمودًا للمبلغ، أو عمودين للداخل والخارج.
fundraisers-fault-skip = عدد من 0 إلى { $most }.
fundraisers-fault-reference = لا تحويل معلنًا لم يصل بعد له هذا المرجع أو هذا الرقم.
fundraisers-place-line = السطر { $line }
fundraisers-place-element = العنصر { $name } في السطر { $line }
fundraisers-place-cell = السطر { $line }، العمود { $column }
fundraisers-statement-empty = هذا الملف فارغ.
fundraisers-statement-too-long = هذا الملف أطول مما ينبغي. اختر أيامًا أقل.
fundraisers-statement-other-account = هذا الملف للحساب { $other }، وحساب حملة جمع المال هذه هو { $own }.
fundraisers-statement-columns = عدد الأعمدة أكثر من { $most }.
fundraisers-statement-not-text = هذا ليس نصًا: لا يُقرأ ملف PDF ولا جدول حسابات. نزّل كشف الحساب بصيغة CAMT أو MT940 أو CSV.
fundraisers-statement-broken-xml = ملف XML هذا معطوب. نزّله مرة أخرى.
fundraisers-statement-forbidden-xml = في ملف XML هذا ما لا يوجد في ملف أي مصرف، فلا يُقرأ.
fundraisers-statement-too-deep = ملف XML هذا أعمق بناءً من ملف أي مصرف.
fundraisers-statement-none = ليس في ملف XML هذا كشف حساب.
fundraisers-statement-missing = ينقص: { $field }.
fundraisers-statement-unreadable = تتعذّر قراءة { $field }: { $text }
fundraisers-statement-unknown-line = هذا السطر ليس جزءًا من كشف حساب.
fundraisers-statement-unbalanced = لا يساوي مجموع الأسطر الفرق بين الرصيدين. نزّل الملف مرة أخرى.
fundraisers-statement-uneven-row = عدد أعمدة هذا السطر غير عددها في السطر الأول.
fundraisers-statement-open-quote = هنا علامة اقتباس لم تُغلق، وقد تخفي أسطرًا تحتها.
fundraisers-statement-no-heads = لا سطر يقول أي الأعمدة هو اليوم وأيها المبلغ. اخترهما أدناه.
fundraisers-statement-day = اليوم
fundraisers-statement-amount = المبلغ
fundraisers-statement-currency = العملة
fundraisers-statement-direction = هل دخل أم خرج
fundraisers-statement-status = هل قُيّد
fundraisers-statement-balance = الرصيد
fundraisers-read-booked = { PLURAL($n) ->
    [zero] لم يُقيّد أي تحويل.
    [one] قُيّد تحويل واحد.
    [two] قُيّد تحويلان.
    [few] قُيّدت { $n } تحويلات.
    [many] قُيّد { $n } تحويلًا.
   *[other] قُيّد { $n } تحويل.
}
fundraisers-read-asked = { PLURAL($n) ->
    [zero] لا سطر ينتظرك أدناه.
    [one] سطر واحد ينتظرك أدناه.
    [two] سطران ينتظرانك أدناه.
    [few] { $n } أسطر تنتظرك أدناه.
    [many] { $n } سطرًا تنتظرك أدناه.
   *[other] { $n } سطر تنتظرك أدناه.
}
fundraisers-read-known = { PLURAL($n) ->
    [zero] لا سطر معروفًا من ملف آخر.
    [one] سطر واحد معروف من ملف آخر.
    [two] سطران معروفان من ملف آخر.
    [few] { $n } أسطر معروفة من ملف آخر.
    [many] { $n } سطرًا معروفة من ملف آخر.
   *[other] { $n } سطر معروفة من ملف آخر.
}
fundraisers-read-foreign = { PLURAL($n) ->
    [zero] كل الأسطر لنا.
    [one] سطر واحد ليس لنا ولا يُحفظ. إن كان تبرّعًا فقيّده أدناه.
    [two] سطران ليسا لنا ولا يُحفظان. إن كان أحدهما تبرّعًا فقيّده أدناه.
    [few] { $n } أسطر ليست لنا ولا تُحفظ. إن كان أحدها تبرّعًا فقيّده أدناه.
    [many] { $n } سطرًا ليست لنا ولا تُحفظ. إن كان أحدها تبرّعًا فقيّده أدناه.
   *[other] { $n } سطر ليست لنا ولا تُحفظ. إن كان أحدها تبرّعًا فقيّده أدناه.
}
fundraisers-read-pending = { PLURAL($n) ->
    [zero] لا سطر ينتظر أن يقيّده المصرف.
    [one] سطر واحد لم يقيّده المصرف بعد، وسيأتي في ملف لاحق.
    [two] سطران لم يقيّدهما المصرف بعد، وسيأتيان في ملف لاحق.
    [few] { $n } أسطر لم يقيّدها المصرف بعد، وستأتي في ملف لاحق.
    [many] { $n } سطرًا لم يقيّدها المصرف بعد، وستأتي في ملف لاحق.
   *[other] { $n } سطر لم يقيّدها المصرف بعد، وستأتي في ملف لاحق.
}
fundraisers-lines = أسطر تنتظر قرارك
fundraisers-lines-none = لا شيء ينتظرك.
fundraisers-lines-more = { PLURAL($n) ->
    [zero] لا أسطر أخرى تنتظر.
    [one] سطر آخر ينتظر، ويظهر بعد أن تقرّر في غيره.
    [two] سطران آخران ينتظران، ويظهران بعد أن تقرّر في غيرهما.
    [few] { $n } أسطر أخرى تنتظر، وتظهر بعد أن تقرّر في غيرها.
    [many] { $n } سطرًا آخر تنتظر، وتظهر بعد أن تقرّر في غيرها.
   *[other] { $n } سطر آخر تنتظر، وتظهر بعد أن تقرّر في غيرها.
}
fundraisers-lines-decided = ما تقرّر
fundraisers-line-whose = قد يكون من { $name }، بمبلغ { $amount }.
fundraisers-line-assign = إنه هذا التحويل
fundraisers-line-give = تبرّع لم يعلنه أحد
fundraisers-line-leave = ليس لنا
fundraisers-line-reverse = أُعيد التبرّع
fundraisers-line-matched = قُيّد
fundraisers-line-reversed = أُعيد
fundraisers-line-left = تُرك جانبًا
fundraisers-done-reversed = سُجّل أنه أُعيد.
fundraisers-done-left = تُرك جانبًا.
fundraisers-why-other-amount = المبلغ غير الذي أُعلن. وما يُحسب هو ما وصل.
fundraisers-why-other-currency = هو بعملة أخرى، لا يمكن قيدها هنا.
fundraisers-why-slip = في المرجع خطأ في الكتابة.
fundraisers-why-name-only = لا مرجع له، لكن الاسم والمبلغ لشخص أعلن تحويلًا.
fundraisers-why-other-reference = له مرجع آخر أيضًا.
fundraisers-why-several = قد يكون واحدًا من عدة تحويلات.
fundraisers-why-batch = يذكر المصرف عدة تحويلات مبلغًا واحدًا. إن كان بعضها تبرّعات فقيّد كلًّا منها يدويًا أدناه، ثم اضغط هنا «ليس لنا».
fundraisers-why-reversal = خرج مال يذكر تبرّعًا، أو استردّ مصرف تبرّعًا.
fundraisers-why-paid-before = يذكر تحويلًا سبق تقييده أو أُلغي: لعل أحدًا أعطى مرتين، أو ذكره ملف من نوع آخر.
fundraisers-why-not-known = مرجعه من مراجعنا، لكن من أعلنه لم يعد معروفًا: ربما وصل متأخرًا جدًا.
fundraisers-why-other-day = يومه لم يأتِ بعد، أو هو قبل الإعلان بزمن طويل.
fundraisers-hand = قيّد تبرّعًا يدويًا
fundraisers-hand-words = لتبرّع لا يذكره أي كشف حساب. يُحسب ويأخذ رقم إيصال، ويُخبر به من أعلنه.
fundraisers-hand-name = ممن
fundraisers-hand-name-hint = لا يظهر للجميع. والاسم واليوم والمبلغ نفسها تُحسب مرة واحدة.
fundraisers-hand-reference-hint = فقط إن كان قد أُعلن؛ وإلا فاتركه فارغًا. ما يُحسب هو المبلغ المكتوب أعلاه.
fundraisers-own-by-mail = في الرسائل التي تخصّ تعهّدك رابط تأخذ به كل بياناتك معك أو تطلب محوها.
fundraisers-onward-declined = رُفضت بطاقتك. في الصفحة التالية تعطي غيرها، ويُخصم { $amount } فورًا.
fundraisers-fault-twice = اختير { $chosen } أعلاه وكُتب مبلغ آخر. اترك واحدًا منهما.
fundraisers-item-pledged = تُعهِّد بثمن { $n } من { $count }
fundraisers-pledgers = من تعهّد
fundraisers-fault-not-there = هذا أكثر مما هو موجود: { $there }.
fundraisers-fault-ahead = هذا اليوم لم يأتِ بعد.
fundraisers-fault-long-ago = هذا اليوم أقدم مما يُقبل: أول يوم ممكن هو ‎{ $first }‎.
fundraisers-column-giver = المتبرّع
fundraisers-desk-refund-title = هل يُردّ؟
fundraisers-desk-refund-words = أعطى { $name } مبلغ { $amount } ({ $receipt }). يُردّ إلى البطاقة ولا رجوع عنه، ويحتفظ المزوّد برسومه.
fundraisers-desk-refund-leave = اتركه كما هو
fundraisers-desk-give-up = تخلَّ عنه
fundraisers-desk-give-up-title = هل تتخلّى عن هذا الخصم؟
fundraisers-desk-give-up-words = تعهّد { $name } بمبلغ { $amount } ({ $reference }). لا يخصمه المزوّد، أو لا يقول هل خصمه: «{ $words }». ابحث هناك أولًا عن دفعة له بعنوان البريد. فإن لم تجد فتخلَّ عنه: يسقط، ويُخبَر من تعهّد به. والمال الذي يُعثر عليه لاحقًا رغم ذلك يُسجّل تبرّعًا.

fundraisers-recurrence = كم مرة؟
fundraisers-once = مرة واحدة
fundraisers-monthly = كل شهر
fundraisers-monthly-hint = كل شهر حتى { $ends }، أو إلى أن توقفه. في كل إيصال رابط لذلك.
fundraisers-a-month = { $amount } في الشهر
fundraisers-fault-once = لا تُقبل هنا تبرعات شهرية بعد الآن. اختر مرة واحدة.
fundraisers-fault-monthly-by-card = كل شهر يكون بالبطاقة. للتحويل اختر هنا مرة واحدة، واطلب من بنكك أمرًا دائمًا.
fundraisers-onward-monthly = تعطي { $amount } كل شهر. في الصفحة التالية تدفع بالبطاقة: الآن، وكل شهر حتى { $ends } أو إلى أن توقفه.
fundraisers-own-set-out = أُعِدّ عطاؤك { $amount } كل شهر. الدفعة الأولى في الطريق.
fundraisers-own-monthly-active = تعطي { $amount } كل شهر، حتى { $ends } أو إلى أن توقفه هنا.
fundraisers-own-monthly-late = رُفضت بطاقتك هذا الشهر. يحاول مزوّد الدفع مرة أخرى. إن كانت لديك بطاقة جديدة فأوقفه هنا وابدأ من جديد.
fundraisers-own-monthly-ending = يجري إيقافه: نطلب من مزوّد الدفع ألا يخصم شيئًا آخر.
fundraisers-own-monthly-ended = انتهى، ولا يُخصم شيء آخر. لكل شهر أعطيته إيصاله.
fundraisers-own-monthly-button = أوقف العطاء كل شهر
fundraisers-practice-monthly = يطلب مزوّد حقيقي هنا بطاقة، ويخصم { $amount } الآن وكل شهر.
fundraisers-mail-monthly = تعطي هذا كل شهر حتى { $ends }؛ خلف الرابط أدناه يمكنك إيقافه في أي وقت.
fundraisers-mail-monthly-late-subject = رُفضت بطاقتك: { $fundraiser }
fundraisers-mail-monthly-late-opening = { $name }، رُفضت بطاقتك لمبلغ هذا الشهر { $amount } من أجل «{ $fundraiser }».
fundraisers-mail-monthly-late-ask = يحاول مزوّد الدفع مرة أخرى. إن كانت لديك بطاقة جديدة أو أردت التوقف، فالرابط أدناه يقود إلى ذلك.
fundraisers-mail-monthly-ended-subject = انتهى عطاؤك الشهري: { $fundraiser }
fundraisers-mail-monthly-ended-opening = { $name }، انتهى عطاؤك { $amount } كل شهر من أجل «{ $fundraiser }». لا يُخصم شيء آخر.
fundraisers-mail-monthly-ended-ask = شكرًا على كل شهر أعطيته.
fundraisers-desk-monthly = { $n ->
    [zero] لا أحد يعطي كل شهر.
    [one] شخص واحد يعطي كل شهر، { $sum } في المجموع.
    [two] شخصان يعطيان كل شهر، { $sum } في المجموع.
    [few] { $n } أشخاص يعطون كل شهر، { $sum } في المجموع.
    [many] { $n } شخصًا يعطون كل شهر، { $sum } في المجموع.
   *[other] { $n } شخص يعطون كل شهر، { $sum } في المجموع.
}
fundraisers-desk-month = { $amount } (الشهر { $n })

fundraisers-desk-entries = ما سجّلته
fundraisers-desk-entries-words = ما سُجّل خطأً يُسحب بقيد خاص به، ويمكن تسجيله من جديد. يعرض الدفتر كليهما، ولا تعرض الصفحة أيًّا منهما.
fundraisers-desk-entry-payout = دفعة إلى البنك
fundraisers-desk-entry-invoice = فاتورة
fundraisers-desk-take-back = اسحب القيد
fundraisers-desk-done-taken-back = سُحب القيد.
fundraisers-desk-went-back = عاد
fundraisers-desk-went-back-title = هل عاد المال؟
fundraisers-desk-went-back-words = أعطى { $name } مبلغ { $amount } بتحويل بنكي ({ $receipt }). إن أُعيد من بنكك، أو سُجّل خطأً، فسجّل ذلك هنا: لا يُحتسب بعد الآن، ويُخبَر من أعطاه.
fundraisers-desk-monthly-words = يُعطى هذا كل شهر ويستمر: ردّ شهر واحد لا ينهيه.
fundraisers-desk-monthly-end = أنهِه نيابةً عنه

fundraisers-new = حملة جمع مال جديدة
fundraisers-change = تغييرها
fundraisers-done-saved = حُفظ.
fundraisers-done-removed = أُزيلت حملة جمع المال.
fundraisers-form-new-words = يمكن للجميع رؤيتها والتبرّع حالما تُحفظ وتكون الحملة منشورة. يكون التبرّع بالبطاقة؛ أمّا أين يذهب المال غير ذلك فيحدّده أحد المالكين بعد ذلك.
fundraisers-form-ended = انتهت حملة جمع المال هذه. ما زال تغيير كلماتها ممكنًا؛ وما حُسمت به يبقى كما كان.
fundraisers-form-promised = تبرّع أناس أو تعهّدوا بناءً على ما قيل لهم. لذلك يبقى النوع والعملة، ولا تقلّ كلفة ما تدفع ثمنه عن { $goal }، ولا تنتهي بعد { $ends }، وإن قيل إنّ المال يُردّ إلى الجميع فيبقى ذلك أيضًا.
fundraisers-form-conflict = حفظ شخص آخر في هذه الأثناء.
fundraisers-form-conflict-words = ما كتبته في الأسفل. انظر إلى حملة جمع المال كما هي الآن، ثم احفظ مرّة أخرى.
fundraisers-form-others = لا تتوافق أجزاء الحملة هكذا
fundraisers-form-save = حفظ
fundraisers-form-what = ما هي
fundraisers-form-title = اسمها
fundraisers-form-title-hint = 120 حرفًا على الأكثر.
fundraisers-form-slug = اسمها في الروابط
fundraisers-form-slug-hint = أحرف لاتينية صغيرة وأرقام وشرطات، مثل buses. تبدأ به الإيصالات، ولا يمكن تغييره.
fundraisers-form-words-of = لأجل ماذا المال
fundraisers-form-words-hint = 1000 حرف على الأكثر.
fundraisers-form-kind = متى تُخصم المبالغ من البطاقات
fundraisers-form-kind-hint = لا يمكن تغييره بعد أن يتبرّع أحد.
fundraisers-kind-keep = فورًا: كلّ تبرّع يبقى
fundraisers-kind-all = فقط إذا اكتمل التعهّد بالهدف كلّه عند النهاية
fundraisers-form-currency = العملة
fundraisers-form-currency-hint = أحرفها الثلاثة، مثل USD. لا يمكن تغييرها بعد أن يتبرّع أحد.
fundraisers-form-end = متى تنتهي، وماذا بعد ذلك
fundraisers-form-ends = يوم النهاية ووقتها
fundraisers-form-ends-hint = بحسب ساعة الحملة. بعد أن يتبرّع أحد لا تتأخّر، وحيث يُخصم من البطاقات عند النهاية تبقى كما هي.
fundraisers-twice = أيّ المرّتين
fundraisers-twice-none = اختر
fundraisers-twice-first = الأولى
fundraisers-twice-second = الثانية
fundraisers-form-rule = ماذا يحدث إن زاد المال أو نقص
fundraisers-form-rule-hint = وعد بكلماتكم، 1000 حرف على الأكثر.
fundraisers-form-short = إن أنزلتها البطاقات المرفوضة تحت الهدف من جديد
fundraisers-form-short-hint = فقط حيث تُخصم المبالغ عند النهاية.
fundraisers-short-spend = يُنفق ما وصل
fundraisers-short-give-back = يُردّ المال إلى الجميع
fundraisers-form-grace = أيّام لاستبدال بطاقة مرفوضة
fundraisers-form-grace-hint = من 1 إلى 30؛ 7 إن تركته فارغًا. فقط حيث تُخصم المبالغ عند النهاية.
fundraisers-form-item = ما تدفع ثمنه: { $number }
fundraisers-form-items-words = مجموع هذه كلّها هو الهدف.
fundraisers-form-item-more = شيء آخر إن وُجد. بعد الحفظ يكون هناك مكان لغيره.
fundraisers-form-item-name = ما هو
fundraisers-form-price = سعر الواحد
fundraisers-form-amount-hint = بالأرقام دون العملة، مثل 1500.
fundraisers-form-count = العدد
fundraisers-form-count-hint = 1 إن تركته فارغًا.
fundraisers-form-where = أين يُرى
fundraisers-form-when = متى يُرى
fundraisers-form-optional = يمكن أن يبقى فارغًا.
fundraisers-form-order = مكانه في القائمة
fundraisers-form-out = أخرِج هذا من القائمة
fundraisers-form-giving = كيف يتبرّع الناس
fundraisers-form-least = أقلّ ما يمكن التبرّع به
fundraisers-form-presets = المبالغ المعروضة
fundraisers-form-presets-hint = ستّة على الأكثر، من الأصغر إلى الأكبر، وبينها مسافات: 15 50 150. لا شيء إن تركته فارغًا.
fundraisers-form-recurrence = كم مرّة
fundraisers-form-recurrence-hint = كلّ شهر ممكن فقط حيث تُخصم المبالغ فورًا.
fundraisers-form-once = مرّة واحدة
fundraisers-form-monthly = مرّة واحدة، أو كلّ شهر حتى النهاية
fundraisers-form-percent = ما يحتفظ به مزوّد الدفع من كلّ تبرّع، بالمئة
fundraisers-form-percent-hint = مثل 2.9. عندئذ يُسأل المتبرّعون إن كانوا يضيفونه. لا يُسأل أحد إن تركته فارغًا.
fundraisers-form-fixed = ومبلغ ثابت من كلّ تبرّع
fundraisers-form-fixed-hint = مثل 0.30. يمكن أن يبقى فارغًا.
fundraisers-form-elsewhere = موقع آخر يستلم المال
fundraisers-form-elsewhere-words = تقول الصفحة كم اجتمع هناك، وأنّكم كتبتموه. اترك الاثنين فارغين كي لا يُقال شيء.
fundraisers-form-total = كم اجتمع هناك
fundraisers-form-on = في أيّ يوم
fundraisers-account = أين يذهب مالها
fundraisers-account-headline = أين يذهب المال: { $fundraiser }
fundraisers-account-words = يكون التبرّع بالبطاقة عبر مزوّد الدفع ما لم يُكتب هنا شيء. عند تغييره يُخبَر بالبريد من يتولّون حملة جمع المال هذه. ومن أعلن تحويلًا من قبل أُعطي الحساب الذي كان هنا حينها.
fundraisers-account-transfers = بالتحويل المصرفيّ أيضًا
fundraisers-account-transfers-words = من يختار التحويل يُعرض عليه هذا الحساب. اترك الثلاثة فارغة كي لا يُقبل أيّ تحويل.
fundraisers-account-holder = صاحب الحساب
fundraisers-account-holder-hint = الاسم كما يعرفه المصرف؛ 70 حرفًا على الأكثر.
fundraisers-account-bic-hint = 8 أو 11 حرفًا ورقمًا. يمكن أن يبقى فارغًا.
fundraisers-account-elsewhere-words = عندئذ لا يتبرّع أحد هنا، وتقود الصفحة إلى هناك.
fundraisers-account-url = عنوانه
fundraisers-account-url-hint = بكامله (مثل https://example.org/give). يمكن أن يبقى فارغًا.
fundraisers-removal = إزالتها
fundraisers-removal-headline = إزالتها؟ { $fundraiser }
fundraisers-removal-button = إزالتها
fundraisers-removal-words = تختفي صفحتها ولا يستطيع أحد التبرّع. واسمها في الروابط لا يُستعمل من جديد. إن كان على الناس أن يروا ما آلت إليه، فاجعل نهايتها أبكر بدلًا من ذلك.
fundraisers-removal-pledges = { $n ->
    [one] يسقط تعهّد واحد بمبلغ { $sum }: لا يُخصم شيء من أحد، ويُخبَر صاحبه بالبريد.
    [two] يسقط تعهّدان بمبلغ { $sum }: لا يُخصم شيء من أحد، ويُخبَر صاحباهما بالبريد.
    [few] تسقط { $n } تعهّدات بمبلغ { $sum }: لا يُخصم شيء من أحد، ويُخبَر أصحابها بالبريد.
    [many] يسقط { $n } تعهّدًا بمبلغ { $sum }: لا يُخصم شيء من أحد، ويُخبَر أصحابها بالبريد.
   *[other] يسقط { $n } تعهّد بمبلغ { $sum }: لا يُخصم شيء من أحد، ويُخبَر أصحابها بالبريد.
}
fundraisers-removal-transfers = التحويلات التي تصل لاحقًا لا يمكن تسجيلها بعد ذلك.
fundraisers-removal-goal = هناك هدف يعدّ مال حملة جمع المال هذه. اسحب الهدف أوّلًا.
fundraisers-goes-account = يمكن تحويل المال إلى { $holder }، رقم الحساب (IBAN) { $iban }.
fundraisers-goes-elsewhere = يُستلم المال في { $url }.
fundraisers-goes-provider = يذهب المال بالبطاقة عبر مزوّد الدفع وحده.
fundraisers-notice-redirected-subject = مالها يذهب الآن إلى مكان آخر: { $fundraiser }
fundraisers-notice-redirected-opening = { $name }، تغيّر المكان الذي يذهب إليه مال «{ $fundraiser }». { $goes } إن لم تكن تعلم بذلك فاسأل المالكين فورًا: يقول السجلّ من غيّره في المكتب؛ وإن لم يكن أحد، فقد جاء مع ملفات الحملة على الخادم.
fundraisers-notice-was = كان قبل ذلك { $was }.
fundraisers-promised-kind = تبرّع أناس أو تعهّدوا بناءً على هذا. اتركه كما كان.
fundraisers-promised-currency = تبرّع أناس أو تعهّدوا بعملة { $currency }. اتركها كذلك.
fundraisers-promised-goal = قيل للناس إنّ الهدف { $was }، ومجموع هذه { $is }. لتكن كلفتها كما كانت أو أكثر.
fundraisers-promised-ends = قيل للناس إنّها تنتهي في { $was }. يمكن أن تنتهي قبل ذلك، لا بعده.
fundraisers-promised-decided = قيل للناس إنّ الأمر يُحسم في { $was }، وإنّ بطاقاتهم يُخصم منها عندئذ. اتركه هكذا.
fundraisers-promised-past = يتبرّع الناس حتى { $was }. اختر لحظة لم تأتِ بعد.
fundraisers-promised-give-back = قيل للناس إنّ مالهم يُردّ إليهم. اتركه كذلك.
fundraisers-promised-outcome = لقد انتهت، وما آل إليه مالها يبقى ظاهرًا. لا يمكن إزالتها.
fundraisers-promised-hidden = تبرّع أناس أو تعهّدوا، وهم ينتظرون معرفة ما آل إليه ذلك. أغلق الحملة بدلًا من ذلك.
fundraisers-promised-money = وصل مال، أو يوشك أحدهم أن يدفع. حدّد لها نهاية أقرب بدلًا من ذلك، فيبقى ما آل إليه المال ظاهرًا.
fundraisers-promised-unreleased = أُزيلت، ولم تُلغَ تعهّداتها بعد. حاول بعد دقيقة.
fundraisers-promised-payer = هناك من يعطي وسيلة دفع في هذه اللحظة. حاول غدًا، حين تنتهي تلك الصفحة.
fundraisers-promised-settled = لقد انتهت. ما قيل للناس وما تقرّرت به يبقى كما كان.
fundraisers-promised-grace = قيل للناس عدد أكبر من الأيام للدفع بطريقة أخرى: { $was }. اترك العدد كما هو أو زِده.
fundraisers-promised-rule = قيلت هذه القاعدة للناس. اتركها كذلك؛ والجديد يُقال في الكلمات أعلاه.
fundraisers-promised-item = هناك تبرّعات من أجل «{ $item }». اتركها، ولا تُنقص عددها.
fundraisers-clash-account-promised = ما يُحوَّل يصل فورًا. حيث تُخصم المبالغ عند النهاية فقط لا يمكن ذكر حساب.
fundraisers-clash-account-elsewhere = يُستلم المال بالتحويل أو في موقع آخر، لا بكليهما. اترك أحدهما فارغًا.
fundraisers-clash-monthly-promised = كلّ شهر ممكن فقط حيث تُخصم المبالغ فورًا. اختر مرّة واحدة، أو الخصم فورًا.
fundraisers-clash-monthly-elsewhere = يُتبرّع لها كلّ شهر، وهذا ممكن هنا فقط. اجعل التبرّع مرّة واحدة أوّلًا.
fundraisers-clash-elsewhere-promised = ما يُستلم في موقع آخر لا يمكن الوعد به هنا. هذا ممكن فقط حيث تبقى التبرّعات.
fundraisers-clash-least = أقلّ مبلغ أكثر من الهدف كلّه، فلا يستطيع أحد أن يتبرّع. اكتب أقلّ.
fundraisers-clash-preset = أحد المبالغ المعروضة أكثر من الهدف كلّه، ولا يستطيع أحد أن يعطي أكثر منه. اكتب أقلّ.
fundraisers-fault-choice = اختر واحدًا.
fundraisers-fault-slug = أحرف لاتينية صغيرة وأرقام وشرطات مفردة، مثل buses.
fundraisers-fault-slug-taken = لحملة جمع مال أخرى في هذه الحملة هذا الاسم، أو كان لها. خذ اسمًا آخر.
fundraisers-fault-too-many = للحملة { $most } من حملات جمع المال على الأكثر. أزِل واحدة أوّلًا.
fundraisers-fault-currency = الأحرف الثلاثة لعملة، مثل USD.
fundraisers-fault-clock = يوم ووقت، مثل 2018-09-25 11:30.
fundraisers-fault-past = لقد مضت تلك اللحظة.
fundraisers-fault-sooner = قيل للناس إنّها تنتهي في { $was }، وقد اجتمع حتى الآن { $with } من { $goal }. إن كان لا بدّ أن تنتهي في { $is } فعلّم أدناه: فمن أراد التبرّع بعد ذلك لن يستطيع.
fundraisers-sooner = نعم، لتنتهِ قبل ما قيل للناس
fundraisers-fault-skipped = تُقدَّم الساعات فوق ذلك الوقت. اكتب { $then } أو وقتًا أبكر.
fundraisers-fault-clock-twice = تُظهر الساعات ذلك الوقت مرّتين في ذلك اليوم: { $first } و{ $second }. اختر واحدة في الأسفل.
fundraisers-fault-number = عدد صحيح من 1 إلى { $most }.
fundraisers-fault-nothing = هذا لا شيء. اكتب مبلغًا، مثل 1500.
fundraisers-fault-preset = «{ $typed }» ليس مبلغًا. اكتب أرقامًا دون العملة، وبين المبالغ مسافات.
fundraisers-fault-preset-least = «{ $typed }» أقلّ من أقلّ ما يمكن التبرّع به.
fundraisers-fault-preset-rising = «{ $typed }» يأتي بعد مبلغ ليس أصغر منه. رتّبها صاعدة.
fundraisers-fault-presets = { $most } مبالغ على الأكثر.
fundraisers-fault-percent = عدد من 0 إلى 20، مثل 2.9.
fundraisers-fault-fixed-alone = في الأسفل مبلغ ثابت. اكتب النسبة أيضًا، أو 0 إن لم تكن.
fundraisers-fault-no-item = اذكر شيئًا واحدًا على الأقلّ يدفع المال ثمنه.
fundraisers-fault-items = { $most } شيئًا على الأكثر.
fundraisers-fault-url = عنوان ويب كامل (مثل https://example.org/give).
fundraisers-fault-total-and-day = اكتب الاثنين: كم اجتمع وفي أيّ يوم. أو لا تكتب أيًّا منهما.
fundraisers-fault-iban = هذا ليس رقم IBAN: حرفان ورقمان ثم الباقي.
fundraisers-fault-iban-digits = فيه خطأ في الكتابة: أرقام التحقّق لا تطابق. قارنه بما لدى المصرف.
fundraisers-fault-iban-form = هذا أطول أو أقصر ممّا لبلده. قارنه بما لدى المصرف.
fundraisers-fault-iban-country = هذا لا يبدأ بحرفي أيّ بلد. قارنه بما لدى المصرف.
fundraisers-fault-no-iban = اكتب رقم الحساب أيضًا، أو اترك الثلاثة فارغة.
fundraisers-fault-bic = هذا ليس رمز BIC: 8 أو 11 حرفًا ورقمًا.
