/** Something that the encoder does not say in SMT-LIB. A question with it gets no formula: one that left it out would prove something else. */
export class NotEncodable extends Error {
  override readonly name = "NotEncodable";
}
