/** What a tender refuses, at the till and in the office. */
export default {
  'zh-CN': {
    errors: {
      tender: {
        not_found: '没有这种支付方式。',
        code_taken: '代码 {code} 已有支付方式使用，请换一个。',
        name_taken: '已有同名的支付方式。',
        used: '已经用它收过钱，用在、钱箱、交班和可退不能再改；请停用它，另建一个。',
        cash_stays: '现金在所有门店都要能收，不能停用。',
        retired: '这种支付方式已停用，请换一种。',
        not_here: '本店不收这种支付方式，请换一种。',
        not_for_this: '银行转账只用于储值的存取，请换一种。',
        not_refundable: '这种支付方式不可退，不能用在这里，请换一种。',
        reference_missing: '请填写凭证号。',
      },
    },
  },
  en: {
    errors: {
      tender: {
        not_found: 'There is no such tender.',
        code_taken: 'Another tender has the code {code}; choose another one.',
        name_taken: 'Another tender has this name.',
        used: 'Money was taken by it: where it is taken, drawer, shift close and refunds stay. Retire it and add another one.',
        cash_stays: 'Cash is taken in every store and cannot be retired.',
        retired: 'This tender is retired; choose another one.',
        not_here: 'This store does not take this tender; choose another one.',
        not_for_this: 'A bank transfer moves stored value only; choose another tender.',
        not_refundable:
          'This tender is not refundable and cannot be used here; choose another one.',
        reference_missing: 'Enter the number of the slip or voucher.',
      },
    },
  },
};
