import { type Flow, no, text, textOr } from "./flow.ts";

const via = "sqs.{region}.amazonaws.com";
const context = { "aws:sqs:arn": "arn:{partition}:sqs:{region}:{account}:{queue}" };
const EXPIRED = "the reuse period of the data key is over for this requester: 60 to 86,400 seconds";
const CONTEXT = "the context key is seen in public code; the guide does not name it";

export const SQS_FLOWS: Readonly<Record<string, Flow>> = {
  "sqs.SendMessage": {
    calls: ["sqs:SendMessage", "sqs:SendMessageBatch"],
    about: "sends to an encrypted queue: producers need Decrypt too, for the new data key is verified",
    via,
    parameters: { queue: text, cached: no },
    steps: [
      {
        actions: ["GenerateDataKey", "Decrypt"],
        who: "caller",
        context,
        when: ["!cached"],
        needed: EXPIRED,
        open: CONTEXT,
        source: ["SQS-KM", "IAC"],
      },
    ],
    source: ["SQS-KM"],
  },
  "sqs.ReceiveMessage": {
    calls: ["sqs:ReceiveMessage"],
    about: "receives from an encrypted queue; also an event source mapping, as the execution role",
    via,
    parameters: { queue: text, cached: no },
    steps: [
      {
        actions: ["Decrypt"],
        who: "caller",
        context,
        when: ["!cached"],
        needed: "the data key is not cached",
        open: CONTEXT,
        source: ["SQS-KM", "IAC"],
      },
    ],
    source: ["SQS-KM", "SQS-SSE"],
  },
  "sqs.SendMessage.service-producer": {
    calls: [],
    about: "a service delivers to an encrypted queue: SNS, S3 events, EventBridge rules",
    via,
    parameters: { queue: text, producer: text, producerArn: text, producerAccount: textOr("{account}") },
    steps: [
      {
        actions: ["GenerateDataKey", "Decrypt"],
        who: { service: "{producer}", sourceArn: "{producerArn}", sourceAccount: "{producerAccount}" },
        context,
        open: CONTEXT,
        source: ["SQS-KM", "SNS-SQS", "S3-NOTIF"],
      },
    ],
    source: ["SQS-KM", "S3-NOTIF", "EB-RBP", "KMS-COND"],
  },
};
