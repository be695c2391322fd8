// The first slice through the official client: upload, wait, ask (whole and streamed), list, append a second file, delete.
// Prints what it saw as one JSON object; the test beside it judges.
import fs from 'node:fs';
import OpenAI from 'openai';

const [first, second, question, laterQuestion] = process.argv.slice(2);
const client = new OpenAI({ baseURL: process.env.BASE_URL, apiKey: process.env.API_KEY });
const role = { role: 'system', content: 'You are a helpful assistant.' };
const seen = {};

async function upload(path) {
  const file = await client.files.create({ file: fs.createReadStream(path), purpose: 'file-extract' });
  return client.files.waitForProcessing(file.id, { pollInterval: 50 });
}

const one = await upload(first);
seen.uploaded = { id: one.id, status: one.status, filename: one.filename, purpose: one.purpose };

const messages = [role, { role: 'system', content: `fileid://${one.id}` }, { role: 'user', content: question }];
const whole = await client.chat.completions.create({ model: 'qwen-long', messages });
seen.answer = whole.choices[0].message.content;
seen.finishReason = whole.choices[0].finish_reason;
seen.usage = whole.usage;

const stream = await client.chat.completions.create({
  model: 'qwen-long', messages, stream: true, stream_options: { include_usage: true },
});
seen.streamed = '';
seen.chunks = 0;
for await (const chunk of stream) {
  seen.chunks++;
  seen.streamed += chunk.choices[0]?.delta?.content ?? '';
  if (chunk.usage) seen.streamUsage = chunk.usage;
}

const two = await upload(second);
const later = await client.chat.completions.create({
  model: 'qwen-long',
  messages: [
    ...messages,
    { role: 'assistant', content: seen.answer },
    { role: 'system', content: `fileid://${two.id}` },
    { role: 'user', content: laterQuestion },
  ],
});
seen.later = later.choices[0].message.content;

seen.listed = [];
for await (const file of client.files.list({ limit: 1 })) seen.listed.push(file.id);

seen.content = (await (await client.files.content(one.id)).text()).slice(0, 200);
seen.deleted = (await client.files.delete(one.id)).deleted;
try {
  await client.files.retrieve(one.id);
} catch (error) {
  seen.afterDelete = { name: error.constructor.name, status: error.status, requestId: error.requestID ?? null };
}
try {
  await client.chat.completions.create({ model: 'qwen-long', messages });
} catch (error) {
  seen.chatAfterDelete = { name: error.constructor.name, message: error.message };
}
seen.models = (await client.models.list()).data.map((model) => model.id);
console.log(JSON.stringify(seen));
