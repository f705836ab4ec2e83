import { type Flow, no, text, textOr } from "./flow.ts";

const via = "sns.{region}.amazonaws.com";
const topic = { "aws:sns:topicArn": "arn:{partition}:sns:{region}:{account}:{topic}" };
const EXPIRED = "the data key is not cached: it is, for up to five minutes";

export const SNS_FLOWS: Readonly<Record<string, Flow>> = {
  "sns.Publish": {
    calls: ["sns:Publish"],
    about: "publishes to an encrypted topic",
    via,
    parameters: { topic: text, cached: no },
    steps: [
      {
        actions: ["GenerateDataKey", "Decrypt"],
        who: "caller",
        context: topic,
        when: ["!cached"],
        needed: EXPIRED,
        source: ["SNS-KM", "SNS-CTX"],
      },
    ],
    source: ["SNS-KM"],
  },
  "sns.Publish.service-producer": {
    calls: [],
    about: "a service publishes to an encrypted topic: CloudWatch alarms, EventBridge, S3 and others",
    via,
    parameters: { topic: text, producer: text, producerArn: text, producerAccount: textOr("{account}") },
    steps: [
      {
        actions: ["GenerateDataKey", "Decrypt"],
        who: { service: "{producer}", sourceArn: "{producerArn}", sourceAccount: "{producerAccount}" },
        context: topic,
        open: "EventBridge is documented not to send the keys about its source",
        source: ["SNS-KM"],
      },
    ],
    source: ["SNS-KM"],
  },
  "sns.Deliver.sqs": {
    calls: [],
    about: "SNS delivers to an encrypted queue: `key` is the queue's",
    via: "sqs.{region}.amazonaws.com",
    parameters: { queue: text, topic: text },
    steps: [
      {
        actions: ["GenerateDataKey", "Decrypt"],
        who: { service: "sns.amazonaws.com", sourceArn: "arn:{partition}:sns:{region}:{account}:{topic}", sourceAccount: "{account}" },
        context: { "aws:sqs:arn": "arn:{partition}:sqs:{region}:{account}:{queue}" },
        source: ["SNS-SQS", "SQS-KM"],
      },
    ],
    source: ["SNS-SQS"],
  },
};
