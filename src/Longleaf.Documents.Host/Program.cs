using Longleaf.Documents.Host;
using Longleaf.Documents.Isolation;
using Longleaf.Documents.Isolation.Wire;

// :: 1. Before any byte of a document is seen: end with the parent, and give up all system calls that reading does not need.
ParentDeath.Bind();
var filtered = args is not [Cage.UnfilteredArgument] && SystemCallFilter.TryInstall();

// :: 2. Say that it is ready.
OutputPipe.Enlarge();
using var output = Console.OpenStandardOutput();
var writer = new FrameWriter(output);
writer.Begin(FrameKind.Hello).Int32(unchecked((int)Protocol.Magic)).Byte(Protocol.Version).Byte(filtered ? (byte)1 : (byte)0).End();
writer.Flush();

// :: 3. Get ready while there is nothing to do.
var parent = new ParentLink(Console.OpenStandardInput());
new WarmUp(parent).Start();

// :: 4. Read one document after the other, all of one owner, until the parent closes its end (ParentLink).
while (true)
{
    DocumentTurn.Take(ReaderRequest.Read(parent.ReceiveRequest()), parent, writer);
}
