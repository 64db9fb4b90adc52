/** What lists refuse, by code. */
export default {
  'zh-CN': {
    errors: {
      list_view: {
        not_found: '这个视图已不存在，或不是你的。',
        name_taken: '已有同名的视图，请换一个名称。',
        too_many: '每个列表最多保存 {limit} 个视图，请先删除不用的。',
      },
      member: {
        nobody_chosen: '没有选中会员，请先选择或放宽筛选。',
        too_many_chosen: '一次最多处理 {limit} 位会员，请缩小筛选范围。',
      },
    },
  },
  en: {
    errors: {
      list_view: {
        not_found: 'This view is gone, or it is not yours.',
        name_taken: 'There is a view of this name already; choose another.',
        too_many: 'A list keeps {limit} views at most; remove one first.',
      },
      member: {
        nobody_chosen: 'No member is chosen: choose some, or loosen the filters.',
        too_many_chosen: '{limit} members at most at a time; narrow the filters.',
      },
    },
  },
};
