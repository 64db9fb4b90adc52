/** What imports refuse, by code. */
export default {
  'zh-CN': {
    errors: {
      import: {
        not_found: '没有这次导入。',
        unknown_kind: '不能导入这一类数据：{kind}。',
        file_too_large: '文件超过 {limitMegabytes} MB，请分成几个文件。',
        file_empty: '文件是空的。',
        too_many: '还有 {limit} 次导入没有完成，请先完成或放弃。',
        wrong_step: '这次导入已经到了别的步骤，请刷新。',
        totals_differ: '总数与试算结果不一致，请核对。',
        nothing_to_import: '没有可以导入的行。',
        no_error_file: '没有有误的行可以下载，或文件已过期。',
        no_longer_allowed: '文件里有您不再负责的门店的会员。',
      },
    },
  },
  en: {
    errors: {
      import: {
        not_found: 'There is no such import.',
        unknown_kind: 'Nothing of that kind can be imported: {kind}.',
        file_too_large: 'The file is larger than {limitMegabytes} MB: split it.',
        file_empty: 'The file is empty.',
        too_many: '{limit} imports are not finished: finish or discard them first.',
        wrong_step: 'This import has moved on to another step: reload.',
        totals_differ: 'The totals differ from the dry run: compare them.',
        nothing_to_import: 'There are no rows to import.',
        no_error_file: 'There are no refused rows to download, or the file has expired.',
        no_longer_allowed: 'The file has members of stores you no longer work for.',
      },
    },
  },
};
