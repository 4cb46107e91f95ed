/**
 * Whole numbers from 0, repeatable (xorshift32, Marsaglia 2003): millions are needed, and only to choose what is looked at.
 */
export class QuickNumbers {
  private state = 0x2f6e2b1;

  below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
  }
}
