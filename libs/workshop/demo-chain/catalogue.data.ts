/** What the demo chain sells: a lifestyle store with a coffee bar, hair and skin care, and a shelf of things to take home. */

export interface Leaf {
  /** Names of the three levels. */
  path: readonly [string, string, string];
  kind: 'goods' | 'service';
  unit: string;
  /** [name, list price in yuan] */
  items: readonly (readonly [string, number])[];
  /** Each item in each variant: [words behind the name, price factor in %]. */
  variants: readonly (readonly [string, number])[];
  /** Cost in % of the list price. */
  costPercent: number;
  weighed?: boolean;
  discountable?: boolean;
}

const CUPS = [['中杯', 100], ['大杯', 115]] as const;
const BOTTLES = [['300 ml', 100], ['500 ml', 148], ['750 ml', 198]] as const;
const ONE = [['', 100]] as const;

export const CATALOGUE: readonly Leaf[] = [
  { path: ['饮品', '咖啡', '意式咖啡'], kind: 'goods', unit: '杯', costPercent: 28, variants: CUPS,
    items: [['海盐焦糖拿铁', 24], ['燕麦拿铁', 26], ['美式咖啡', 18], ['卡布奇诺', 24], ['摩卡', 26], ['馥芮白', 25], ['香草拿铁', 25], ['生椰拿铁', 26], ['桂花拿铁', 27]] },
  { path: ['饮品', '咖啡', '手冲与冷萃'], kind: 'goods', unit: '杯', costPercent: 32, variants: ONE,
    items: [['埃塞俄比亚手冲', 36], ['哥伦比亚手冲', 34], ['云南保山手冲', 30], ['瑰夏手冲', 58], ['冷萃咖啡', 28], ['氮气冷萃', 32], ['陈皮冷萃', 30]] },
  { path: ['饮品', '茶', '鲜茶'], kind: 'goods', unit: '杯', costPercent: 26, variants: CUPS,
    items: [['茉莉绿茶', 15], ['桂花乌龙', 16], ['白桃乌龙', 18], ['蜜香红茶', 16], ['柠檬红茶', 18], ['杨枝甘露', 26], ['葡萄冻冻', 25], ['黑糖珍珠鲜奶', 22]] },
  { path: ['饮品', '果汁', '鲜榨'], kind: 'goods', unit: '杯', costPercent: 40, variants: ONE,
    items: [['鲜榨橙汁', 24], ['西瓜汁', 20], ['胡萝卜苹果汁', 22], ['羽衣甘蓝轻体汁', 29], ['石榴汁', 32]] },
  { path: ['烘焙', '面包', '现烤'], kind: 'goods', unit: '个', costPercent: 38, variants: ONE,
    items: [['原味可颂', 14], ['杏仁可颂', 18], ['海盐卷', 9], ['肉桂卷', 16], ['全麦吐司', 22], ['恰巴塔', 16], ['佛卡夏', 20], ['贝果', 13], ['法棍', 15], ['布里欧修', 19], ['芝士欧包', 18], ['抹茶红豆卷', 17], ['黑麦核桃包', 21], ['司康', 15], ['红豆面包', 12]] },
  { path: ['烘焙', '蛋糕', '切件'], kind: 'goods', unit: '块', costPercent: 42, variants: ONE,
    items: [['巴斯克芝士', 32], ['提拉米苏', 34], ['抹茶千层', 36], ['草莓奶油', 35], ['栗子蒙布朗', 38], ['布朗尼', 24], ['胡萝卜蛋糕', 28]] },
  { path: ['烘焙', '散装', '称重'], kind: 'goods', unit: '千克', costPercent: 45, variants: ONE, weighed: true,
    items: [['原味曲奇', 98], ['杏仁脆片', 128], ['蔓越莓雪花酥', 118], ['混合坚果', 136], ['咖啡豆·意式拼配', 168], ['咖啡豆·云南', 198], ['龙井散茶', 480]] },
  { path: ['洗护', '洗发', '洗发水'], kind: 'goods', unit: '瓶', costPercent: 46, variants: BOTTLES,
    items: [['氨基酸洗发水', 60], ['控油洗发水', 58], ['去屑洗发水', 56], ['防脱生姜洗发水', 72], ['滋养修护洗发水', 68], ['儿童温和洗发水', 52], ['无硅油洗发水', 62]] },
  { path: ['洗护', '洗发', '护发'], kind: 'goods', unit: '瓶', costPercent: 46, variants: BOTTLES,
    items: [['柔顺护发素', 58], ['修护发膜', 78], ['摩洛哥护发精油', 96], ['免洗护发喷雾', 66], ['头皮精华', 118]] },
  { path: ['洗护', '造型', '造型用品'], kind: 'goods', unit: '件', costPercent: 44, variants: ONE,
    items: [['强塑发蜡', 68], ['海盐喷雾', 78], ['蓬松粉', 59], ['定型喷雾', 72], ['弹力素', 65], ['卷发棒', 268], ['负离子吹风机', 499], ['按摩梳', 45], ['气垫梳', 88], ['圆卷梳', 52]] },
  { path: ['洗护', '沐浴', '沐浴露'], kind: 'goods', unit: '瓶', costPercent: 45, variants: BOTTLES,
    items: [['樱花沐浴露', 48], ['海盐沐浴露', 52], ['白茶沐浴露', 55], ['牛奶沐浴露', 46], ['檀香沐浴露', 62]] },
  { path: ['护肤', '面部', '清洁'], kind: 'goods', unit: '支', costPercent: 42, variants: [['60 g', 60], ['120 g', 100]],
    items: [['氨基酸洁面乳', 88], ['洁面慕斯', 98], ['卸妆膏', 128], ['去角质凝胶', 96], ['清洁泥膜', 118]] },
  { path: ['护肤', '面部', '保湿修护'], kind: 'goods', unit: '瓶', costPercent: 40, variants: [['30 ml', 62], ['50 ml', 100]],
    items: [['玻尿酸精华', 198], ['烟酰胺精华', 218], ['维 C 精华', 238], ['积雪草面霜', 168], ['神经酰胺乳液', 158], ['保湿爽肤水', 118], ['抗皱眼霜', 228]] },
  { path: ['护肤', '面部', '面膜'], kind: 'goods', unit: '盒', costPercent: 38, variants: [['5 片', 100], ['10 片', 180]],
    items: [['玻尿酸面膜', 69], ['熬夜修护面膜', 79], ['美白淡斑面膜', 89], ['舒缓冰膜', 75], ['蜂蜜滋养面膜', 65]] },
  { path: ['护肤', '身体', '身体护理'], kind: 'goods', unit: '支', costPercent: 42, variants: [['小', 60], ['大', 100]],
    items: [['玫瑰身体乳', 86], ['护手霜', 39], ['足部磨砂膏', 58], ['防晒乳', 128], ['止汗走珠', 45], ['按摩精油', 138]] },
  { path: ['美妆', '彩妆', '唇部与眼部'], kind: 'goods', unit: '支', costPercent: 40, variants: [['01', 100], ['02', 100], ['03', 100]],
    items: [['丝绒口红', 129], ['水光唇釉', 99], ['润唇膏', 45], ['眉笔', 59], ['睫毛膏', 89]] },
  { path: ['美妆', '美甲', '甲油'], kind: 'goods', unit: '瓶', costPercent: 36, variants: [['裸粉', 100], ['酒红', 100], ['雾蓝', 100], ['奶茶', 100]],
    items: [['水性甲油', 39], ['甲油胶', 58]] },
  { path: ['家居', '香氛', '香薰'], kind: 'goods', unit: '件', costPercent: 45, variants: [['白茶', 100], ['雪松', 100], ['橙花', 105]],
    items: [['香薰蜡烛', 128], ['无火香薰', 168], ['车载香片', 49], ['衣橱香包', 35]] },
  { path: ['家居', '器皿', '杯具'], kind: 'goods', unit: '件', costPercent: 50, variants: [['', 100], ['礼盒', 135]],
    items: [['手冲壶', 228], ['双层玻璃杯', 68], ['随行杯', 118], ['马克杯', 59], ['骨瓷咖啡杯', 138], ['茶具套装', 298]] },
  { path: ['家居', '织物', '毛巾'], kind: 'goods', unit: '条', costPercent: 48, variants: [['浅灰', 100], ['米白', 100], ['豆绿', 100]],
    items: [['长绒棉毛巾', 39], ['浴巾', 98], ['干发帽', 45]] },
  { path: ['食品', '零食', '独立包装'], kind: 'goods', unit: '袋', costPercent: 55, variants: [['小袋', 100], ['分享装', 240]],
    items: [['每日坚果', 12], ['冻干草莓', 16], ['海苔脆', 10], ['黑巧克力', 18], ['芒果干', 14], ['牛肉干', 22], ['苏打饼干', 9], ['山楂条', 8]] },
  { path: ['食品', '冲调', '挂耳与茶包'], kind: 'goods', unit: '盒', costPercent: 48, variants: [['5 包', 100], ['10 包', 185], ['20 包', 350]],
    items: [['挂耳咖啡·深烘', 39], ['挂耳咖啡·浅烘', 42], ['茉莉花茶包', 32], ['陈皮普洱茶包', 45], ['姜枣茶', 36]] },
  { path: ['食品', '礼品', '礼盒'], kind: 'goods', unit: '盒', costPercent: 52, variants: ONE, discountable: false,
    items: [['中秋月饼礼盒', 268], ['咖啡礼盒', 238], ['护肤三件套', 428], ['香氛礼盒', 298], ['坚果礼盒', 168], ['储值卡礼袋', 5]] },
  { path: ['家居', '花艺', '鲜花'], kind: 'goods', unit: '束', costPercent: 46, variants: [['小束', 100], ['大束', 190]],
    items: [['洋桔梗', 49], ['尤加利', 35], ['郁金香', 59], ['玫瑰', 69], ['小雏菊', 39]] },
  { path: ['家居', '文创', '文具'], kind: 'goods', unit: '件', costPercent: 40, variants: [['墨绿', 100], ['米白', 100]],
    items: [['布面笔记本', 48], ['帆布袋', 59], ['钥匙扣', 29], ['明信片套装', 25], ['玻璃随行吸管', 19]] },
  { path: ['食品', '宠物', '宠物零食'], kind: 'goods', unit: '袋', costPercent: 52, variants: [['80 g', 100], ['240 g', 265]],
    items: [['鸡肉冻干', 32], ['三文鱼冻干', 42], ['牛肉粒', 36], ['洁齿骨', 22], ['猫条', 18]] },
  { path: ['护肤', '男士', '男士护理'], kind: 'goods', unit: '支', costPercent: 41, variants: [['50 ml', 70], ['100 ml', 100]],
    items: [['控油洁面', 79], ['须后水', 98], ['保湿乳', 118], ['剃须膏', 59], ['舒缓凝露', 88]] },
  { path: ['美妆', '工具', '美妆工具'], kind: 'goods', unit: '件', costPercent: 42, variants: [['单支', 100], ['套装', 260]],
    items: [['化妆刷', 49], ['美妆蛋', 29], ['睫毛夹', 35], ['修眉刀', 19], ['粉扑', 15]] },
  { path: ['洗护', '口腔', '口腔护理'], kind: 'goods', unit: '支', costPercent: 44, variants: [['薄荷', 100], ['茉莉', 100], ['柑橘', 100]],
    items: [['牙膏', 32], ['漱口水', 39], ['牙线', 18], ['口喷', 29], ['便携牙刷套装', 45]] },
  { path: ['饮品', '茶', '热茶'], kind: 'goods', unit: '壶', costPercent: 30, variants: [['单人壶', 100], ['双人壶', 165]],
    items: [['老白茶', 38], ['陈年普洱', 42], ['铁观音', 36], ['菊花枸杞', 32], ['玫瑰红枣', 34]] },
  { path: ['服务', '美发', '剪发'], kind: 'service', unit: '次', costPercent: 0, variants: [['发型师', 100], ['资深', 145], ['总监', 220]],
    items: [['女士剪发', 88], ['男士剪发', 68], ['儿童剪发', 48], ['刘海修剪', 28]] },
  { path: ['服务', '美发', '烫染'], kind: 'service', unit: '次', costPercent: 0, variants: [['短发', 100], ['中发', 130], ['长发', 160]],
    items: [['染发', 268], ['烫发', 328], ['挑染', 398], ['补染发根', 168]] },
  { path: ['服务', '护理', '头皮与发质'], kind: 'service', unit: '次', costPercent: 0, variants: [['30 分钟', 70], ['45 分钟', 100], ['60 分钟', 130]],
    items: [['头皮护理', 168], ['深层修护', 198], ['洗护吹', 58]] },
  { path: ['服务', '护理', '面部护理'], kind: 'service', unit: '次', costPercent: 0, variants: [['60 分钟', 100], ['90 分钟', 145]],
    items: [['基础补水', 198], ['深层清洁', 228], ['光感焕肤', 368], ['肩颈舒缓', 158]] },
  { path: ['服务', '美甲', '手足'], kind: 'service', unit: '次', costPercent: 0, variants: [['纯色', 100], ['渐变', 135], ['款式', 180]],
    items: [['手部美甲', 128], ['足部美甲', 148], ['卸甲', 38]] },
];
