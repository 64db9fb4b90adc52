/** What is refused about members and their records. */
export default {
  'zh-CN': {
    errors: {
      member: {
        not_found: '没有这位会员。',
        merged: '这份会员资料已并入另一位会员，请打开那一位再办理。',
        erased: '这位会员已按本人要求注销，资料已清除。',
        referrer_unknown: '没有这位介绍人，也不能是会员自己。',
        tag_unknown: '这个标签已被删除，请刷新后重试。',
        tag_not_found: '这个标签已被删除。',
        tag_name_taken: '已有同名标签。',
        field_not_found: '没有这个自定义字段。',
        field_code_taken: '这个代码已被使用。',
        field_label_taken: '已有同名的自定义字段。',
        field_choices_missing: '请至少写一个选项。',
        field_choices_doubled: '有两个选项相同。',
        photo_not_found: '这位会员没有照片。',
        photo_too_large: '照片太大，请选不超过 2 MB 的图片。',
        photo_not_a_picture: '这不是照片。请选 JPEG、PNG 或 WebP 图片。',
        photo_too_many_pixels: '照片的像素太多，请选不超过 {maxMegapixels} 百万像素的图片。',
        contact_not_found: '没有这条联系记录。',
        follow_up_missing: '这条记录没有待跟进的事，或已经跟进过。',
        not_registered: '没有留存证件号码。',
        number_unreadable: '证件号码是用另一把密钥加密的，现在无法读出。请联系管理员。',
        number_impossible: '证件号码不正确，请核对。',
        name_missing: '姓名和昵称至少填一项。',
        birthday_impossible: '没有这一天，请检查生日。',
        birthday_after_joining: '生日在入会日期之后，请检查年份。',
        phone_taken: '这个手机号已属于另一位会员。',
        too_many_lookups: '查找太频繁，请 {retryAfterSeconds} 秒后再试。',
        pin_required: '超过当天免密额度，请会员输入支付密码。',
        pin_too_weak: '这个支付密码太简单，请换一个。',
        pin_already_set: '会员已有支付密码，不能在这里设置。',
        pin_not_set: '会员还没有支付密码，请先设置。',
        wrong_pin: '支付密码不正确，还可以试 {attemptsLeft} 次。',
        pin_locked: '支付密码已锁定，{until} 后可再试，或请有权限的人解锁。',
        too_many_wrong_pins:
          '这里输错的支付密码太多，{until} 后才能再验密码。可请别的同事在另一台收银台办理。',
        own_record: '不能办理、授权或赠送给自己的会员资料，请同事办理。',
        staff_unknown: '没有这位员工。',
        staff_taken: '这位员工已标记为另一位会员。',
        identity_missing: '请先核对会员身份：支付密码或证件。',
        wrong_document: '与登记的证件不符：登记的是{documentKind}，请核对证件种类和后四位。',
      },
      merge: {
        same_member: '请选另一位会员，不能与自己合并。',
        open_sale: '{storeName}的{tillName}正在为其中一位开单，请先结账或清空后再合并。',
        proof_required: '转入的储值较多，请先核对两份资料是同一人：两个支付密码，或同一份证件。',
        worth_changed: '储值有变动，请核对后重新办理。',
      },
      erase: {
        something_remains: '还不能注销：请先结清余额、积分、欠款，并退掉会员卡。',
        confirmation_wrong: '与会员姓名不一致，请照原样输入。',
        open_sale: '{storeName}的{tillName}正在为这位会员开单，请先结账或清空。',
      },
    },
  },
  en: {
    errors: {
      member: {
        not_found: 'There is no such member.',
        merged: 'This record was merged into another member; open that one to go on.',
        erased: 'This member was erased on request; the personal data are gone.',
        referrer_unknown: 'There is no such referrer, or it is the member themselves.',
        tag_unknown: 'This tag was removed; reload and try again.',
        tag_not_found: 'This tag was removed already.',
        tag_name_taken: 'There is a tag with this name.',
        field_not_found: 'There is no such field.',
        field_code_taken: 'This code is in use.',
        field_label_taken: 'There is a custom field with this label.',
        field_choices_missing: 'Write at least one choice.',
        field_choices_doubled: 'Two choices are the same.',
        photo_not_found: 'This member has no photo.',
        photo_too_large: 'The photo is too large; choose one of at most 2 MB.',
        photo_not_a_picture: 'This is no photo. Choose a JPEG, PNG or WebP picture.',
        photo_too_many_pixels:
          'The photo has too many pixels; choose one of at most {maxMegapixels} megapixels.',
        contact_not_found: 'There is no such contact.',
        follow_up_missing: 'Nothing is left to follow up here.',
        not_registered: 'No document number is kept.',
        number_unreadable:
          "The number was sealed with another key and can't be read now. Ask the administrator.",
        number_impossible: 'The document number is not right; check it.',
        name_missing: 'Enter a name or a nickname.',
        birthday_impossible: 'There is no such day; check the birthday.',
        birthday_after_joining: 'Born after the day of joining; check the year.',
        phone_taken: 'This phone number belongs to another member.',
        too_many_lookups:
          'Too many searches without a result; try again in {retryAfterSeconds} seconds.',
        pin_required: 'Above what a day allows without PIN: the member must enter it.',
        pin_too_weak: 'This PIN is too easy to guess; choose another.',
        pin_already_set: 'The member has a PIN already; it cannot be set here.',
        pin_not_set: 'The member has no PIN yet; set one first.',
        wrong_pin: 'Wrong PIN; {attemptsLeft} tries left.',
        pin_locked:
          'The PIN is locked until {until}, or until somebody with the right to it unlocks it.',
        too_many_wrong_pins:
          'Too many wrong PINs here; no PIN is checked before {until}. A colleague at another till can go on.',
        own_record:
          'Nobody changes, approves or gives anything on their own record; a colleague does it.',
        staff_unknown: 'There is no such staff member.',
        staff_taken: 'This staff member is marked as another member.',
        identity_missing: 'Check first that it is the member: by PIN or by a document.',
        wrong_document:
          'Not the registered document ({documentKind}); check its kind and last four.',
      },
      merge: {
        same_member: 'Choose another member: nobody is merged with themselves.',
        open_sale:
          '{tillName} at {storeName} has one of the two in its cart; settle or clear it first.',
        proof_required:
          'So much value moves that both records must be shown to be one person: by both PINs, or by one document.',
        worth_changed: 'The value has changed meanwhile; look at it again.',
      },
      erase: {
        something_remains: 'Not yet: settle balances, points and debts, and close the cards first.',
        confirmation_wrong: "This is not the member's name; type it as it is shown.",
        open_sale:
          '{tillName} at {storeName} has this member in its cart; settle or clear it first.',
      },
    },
  },
};
