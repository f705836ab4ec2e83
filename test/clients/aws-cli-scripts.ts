/**
 * What the published KMS guides walk their readers through, for the AWS CLI, as its readers type it. Each runs in a folder of its own with the variables
 * of the banner, and its output has to fit.
 */
export type GuideScript = { readonly name: string; readonly script: string; readonly fits: RegExp };

export const FIRST: readonly GuideScript[] = [
  {
    name: "a short text, encrypted by the alias and decrypted without naming the key",
    script: `
      KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)
      aws kms create-alias --alias-name alias/short-text --target-key-id $KEY
      printf 'my secret' > secret.txt
      aws kms encrypt --key-id alias/short-text --plaintext fileb://secret.txt --query CiphertextBlob --output text | base64 -d > secret.enc
      aws kms decrypt --ciphertext-blob fileb://secret.enc --query Plaintext --output text | base64 -d`,
    fits: /^my secret$/,
  },
];

export const GUIDES: readonly GuideScript[] = [
  {
    name: "a key, its alias, and its rotation",
    script: `
      KEY=$(aws kms create-key --description "Production encryption key" --tags TagKey=Environment,TagValue=prod TagKey=Team,TagValue=platform --query KeyMetadata.KeyId --output text)
      aws kms create-alias --alias-name alias/prod-encryption-key --target-key-id $KEY
      aws kms enable-key-rotation --key-id $KEY
      aws kms enable-key-rotation --key-id alias/prod-encryption-key 2>&1 | grep -o InvalidArnException || true
      aws kms get-key-rotation-status --key-id $KEY --query KeyRotationEnabled`,
    fits: /^(InvalidArnException|NotFoundException)\ntrue\n$/,
  },
  {
    name: "a data key, and the same from its blob",
    script: `
      KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)
      aws kms generate-data-key --key-id $KEY --key-spec AES_256 > key.json
      python3 -c 'import json,base64;k=json.load(open("key.json"));open("plain","wb").write(base64.b64decode(k["Plaintext"]));open("blob","wb").write(base64.b64decode(k["CiphertextBlob"]))'
      aws kms decrypt --ciphertext-blob fileb://blob --query Plaintext --output text | base64 -d > again
      cmp plain again && wc -c < plain`,
    fits: /^\s*32\n$/,
  },
  {
    name: "deletion that is scheduled, and cancelled",
    script: `
      KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)
      aws kms schedule-key-deletion --key-id $KEY --pending-window-in-days 7 --query PendingWindowInDays
      aws kms describe-key --key-id $KEY --query KeyMetadata.KeyState --output text
      aws kms cancel-key-deletion --key-id $KEY > cancelled
      aws kms describe-key --key-id $KEY --query KeyMetadata.KeyState --output text
      aws kms enable-key --key-id $KEY
      aws kms describe-key --key-id $KEY --query KeyMetadata.KeyState --output text`,
    fits: /^7\nPendingDeletion\nDisabled\nEnabled\n$/,
  },
  {
    name: "disabled keys, found and enabled",
    script: `
      KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)
      aws kms disable-key --key-id $KEY
      for id in $(aws kms list-keys --query 'Keys[].KeyId' --output text); do
        state=$(aws kms describe-key --key-id $id --query KeyMetadata.KeyState --output text)
        if [ "$state" = Disabled ]; then aws kms enable-key --key-id $id; echo enabled; fi
      done
      aws kms describe-key --key-id $KEY --query KeyMetadata.KeyState --output text`,
    fits: /^(enabled\n)+Enabled\n$/,
  },
  {
    name: "a signature that openssl verifies",
    script: `
      KEY=$(aws kms create-key --key-spec RSA_2048 --key-usage SIGN_VERIFY --query KeyMetadata.KeyId --output text)
      aws kms get-public-key --key-id $KEY --query PublicKey --output text | base64 -d > public.der
      printf 'a document' > document
      aws kms sign --key-id $KEY --message fileb://document --message-type RAW --signing-algorithm RSASSA_PKCS1_V1_5_SHA_256 --query Signature --output text | base64 -d > signature
      openssl dgst -sha256 -verify public.der -keyform DER -signature signature document
      aws kms verify --key-id $KEY --message fileb://document --signing-algorithm RSASSA_PKCS1_V1_5_SHA_256 --signature fileb://signature --query SignatureValid`,
    fits: /^Verified OK\ntrue\n$/,
  },
  {
    name: "a code of authentication",
    script: `
      KEY=$(aws kms create-key --key-spec HMAC_256 --key-usage GENERATE_VERIFY_MAC --query KeyMetadata.KeyId --output text)
      printf payload > payload
      aws kms generate-mac --key-id $KEY --message fileb://payload --mac-algorithm HMAC_SHA_256 --query Mac --output text | base64 -d > mac
      aws kms verify-mac --key-id $KEY --message fileb://payload --mac-algorithm HMAC_SHA_256 --mac fileb://mac --query MacValid`,
    fits: /^true\n$/,
  },
  {
    name: "who decrypted, by CloudTrail",
    script: `
      KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)
      printf x > x
      aws kms encrypt --key-id $KEY --plaintext fileb://x --query CiphertextBlob --output text | base64 -d > blob
      aws kms decrypt --ciphertext-blob fileb://blob > opened
      aws kms schedule-key-deletion --key-id $KEY > scheduled
      aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=Decrypt --start-time 2026-01-01T00:00:00Z --max-items 1 --query 'Events[0].CloudTrailEvent' --output text | grep -o '"sourceIPAddress":"[^"]*"'
      aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=ScheduleKeyDeletion --query 'length(Events)'`,
    fits: /^"sourceIPAddress":"127.0.0.1"\n[1-9]\d*\n$/,
  },
  {
    name: "a key in two Regions",
    script: `
      KEY=$(aws kms create-key --multi-region --query KeyMetadata.KeyId --output text)
      aws kms replicate-key --key-id $KEY --replica-region eu-west-1 --query ReplicaKeyMetadata.Arn --output text
      printf across > text
      aws kms encrypt --key-id $KEY --plaintext fileb://text --query CiphertextBlob --output text | base64 -d > blob
      for i in 1 2 3 4 5 6; do aws --region eu-west-1 kms describe-key --key-id $KEY --query KeyMetadata.KeyState --output text | grep -q Enabled && break; sleep 0.5; done
      aws --region eu-west-1 kms decrypt --ciphertext-blob fileb://blob --query Plaintext --output text | base64 -d`,
    fits: /^arn:aws:kms:eu-west-1:\d{12}:key\/mrk-[0-9a-f]{32}\nacross$/,
  },
  {
    name: "key material of one's own, with an end and without",
    script: `
      import_material() {
        aws kms get-parameters-for-import --key-id $KEY --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048 > parameters.json
        python3 -c 'import json,base64;p=json.load(open("parameters.json"));open("public.der","wb").write(base64.b64decode(p["PublicKey"]));open("token","wb").write(base64.b64decode(p["ImportToken"]))'
        openssl pkeyutl -encrypt -in material -out wrapped -inkey public.der -keyform DER -pubin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256
        aws kms import-key-material --key-id $KEY --encrypted-key-material fileb://wrapped --import-token fileb://token "$@" > imported
      }
      openssl rand -out material 32
      KEY=$(aws kms create-key --origin EXTERNAL --query KeyMetadata.KeyId --output text)
      import_material --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE
      aws kms describe-key --key-id $KEY --query 'KeyMetadata.[KeyState,ExpirationModel]' --output text
      import_material --expiration-model KEY_MATERIAL_EXPIRES --valid-to $(date -u -d '+30 days' +%Y-%m-%dT%H:%M:%SZ)
      aws kms describe-key --key-id $KEY --query 'KeyMetadata.[KeyState,ExpirationModel]' --output text`,
    fits: /^Enabled\tKEY_MATERIAL_DOES_NOT_EXPIRE\nEnabled\tKEY_MATERIAL_EXPIRES\n$/,
  },
];

/** In the consumer's account, with the owner's key: needs a seed. `$OWNER_KEY`, `$ROLE`. */
export const CROSS_ACCOUNT: GuideScript = {
  name: "a key of another account, by a role of one's own",
  script: `
    aws sts assume-role --role-arn $ROLE --role-session-name guide > session.json
    export AWS_ACCESS_KEY_ID=$(python3 -c 'import json;print(json.load(open("session.json"))["Credentials"]["AccessKeyId"])')
    export AWS_SECRET_ACCESS_KEY=$(python3 -c 'import json;print(json.load(open("session.json"))["Credentials"]["SecretAccessKey"])')
    export AWS_SESSION_TOKEN=$(python3 -c 'import json;print(json.load(open("session.json"))["Credentials"]["SessionToken"])')
    aws sts get-caller-identity --query Arn --output text
    printf 'from afar' | aws kms encrypt --key-id $OWNER_KEY --plaintext fileb:///dev/stdin --query CiphertextBlob --output text | base64 -d > blob
    aws kms decrypt --ciphertext-blob fileb://blob --query Plaintext --output text | base64 -d`,
  fits: /^arn:aws:sts::999988887777:assumed-role\/Consumer\/guide\nfrom afar$/,
};
