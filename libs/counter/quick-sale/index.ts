// 快速消费: an amount without goods, as a line of a cart.
export { quickSaleManifest } from './quick-sale.manifest.js';
