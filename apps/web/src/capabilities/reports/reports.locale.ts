export default {
  'zh-CN': {
    reports: {
      title: '报表',
      exports: '下载中心',
      index: '全部报表',
      open: '打开',
      about: { 'consumption-detail': '每笔销售一行，可展开到商品；已撤销的会标出，不计入合计。' },
      none: '没有您可以看的报表',
      unknown: '没有这个报表，或者您没有查看权限',
      file: '文件',
      size: '大小',
      createdAt: '创建时间',
      expiresAt: '保留至',
      acts: '操作',
      noExports: '还没有导出过文件',
      noExportsHint: '在报表页点“导出 Excel”，文件会出现在这里。',
      removed: '已删除',
    },
  },
  en: {
    reports: {
      title: 'Reports',
      exports: 'Downloads',
      index: 'All reports',
      open: 'Open',
      about: {
        'consumption-detail':
          'A row per sale, opened to its lines; voided ones are marked and count in no total.',
      },
      none: 'There is no report you may see',
      unknown: 'There is no such report, or you may not see it',
      file: 'File',
      size: 'Size',
      createdAt: 'Created',
      expiresAt: 'Kept until',
      acts: 'Actions',
      noExports: 'No file was exported yet',
      noExportsHint: 'Press “Export Excel” in a report and the file appears here.',
      removed: 'Removed',
    },
  },
};
